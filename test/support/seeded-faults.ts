/** A mistake put into the source on purpose. */
export interface SeededFault {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

const SAVE = 'core/files/safe-save.ts'
const ROWS: readonly (readonly [name: string, file: string, find: string, replace: string])[] = [
  ['no fsync of the file', SAVE, 'if (durable) await file.sync()', ''],
  [
    'no fsync of the folder after a rename',
    SAVE,
    '      await system.syncFolder(dirname(path))\n      const version',
    '      const version',
  ],
  [
    'no fsync of a new folder',
    SAVE,
    '    await system.syncFolder(dirname(path))\n  }\n\n  async function saveFile',
    '  }\n\n  async function saveFile',
  ],
  [
    'rename before the content is synced',
    SAVE,
    'await fill(system, temporary, request.bytes)\n',
    'await fill(system, temporary, request.bytes, false)\n',
  ],
  [
    'no look at the version before the save',
    SAVE,
    'if (version !== request.replaces) throw conflict(request.path)',
    '',
  ],
  ['no second look before the rename', SAVE, '    await requireVersion(system, request)\n', ''],
  ['no size check', SAVE, 'if (size !== bytes.length) {', 'if (size < 0) {'],
  ['one write, its count ignored', SAVE, 'position += taken', 'position = bytes.length'],
  ['no reading back', SAVE, 'if (sha256(await readWhole(system, path)) !== version) {', 'if (version === undefined) {'],
  [
    'the temporary stays after a failure',
    SAVE,
    '        await dropTemporary(temporary)\n        throw error\n      }\n      await system.syncFolder',
    '        throw error\n      }\n      await system.syncFolder',
  ],
  [
    'no patience with a held file',
    SAVE,
    'if (wait === null || !HELD.has(systemCode(error))) throw error',
    'throw error',
  ],
  ['a move replaces what is there', SAVE, 'if (await exists(system, to)) throw conflict(to)', ''],
  [
    'no folder fsync after a move',
    SAVE,
    '      await system.syncFolder(dirname(to))\n      if (dirname(from) !== dirname(to)) await system.syncFolder(dirname(from))\n',
    '',
  ],
  ['the old version is not kept', SAVE, 'else await request.keepOld?.(old)', ''],
  [
    'an empty placeholder is taken for empty',
    'core/files/read-file.ts',
    'bytes.length === 0 &&',
    'bytes.length < 0 &&',
  ],
  [
    'links are followed',
    'core/files/safe-path.ts',
    "if (info.kind === 'link' || info.kind === 'other')",
    'if (info.links < 0)',
  ],
  ['second names of files are followed', 'core/files/safe-path.ts', 'info.links > 1', 'info.links > 99'],
  [
    'a folder may be a link',
    'core/files/safe-path.ts',
    '!isInside(root, realParent) || !isInside(realParent, parent)',
    'root === ""',
  ],
  [
    'names of devices are files',
    'core/files/safe-path.ts',
    "if (isReservedName(segment)) throw refuse(path, 'the operating system keeps this name for itself')",
    '',
  ],
  [
    'the article is written before its attachments',
    'core/archive/attachment-store.ts',
    'await folder.save(`${target}/${free}`, bytes, null)',
    'void folder.save(`${target}/${free}`, bytes, null)',
  ],
  ['lost text is not noticed', 'core/archive/article-store.ts', 'if (!force) requireBody', 'if (false) requireBody'],
  [
    'our text is dropped in a conflict',
    'core/archive/article-store.ts',
    'const conflict = await writeConflictCopy(context, placed.path, placed.file, wanted)',
    "const conflict = ''",
  ],
  [
    'a lost disk is taken for deletion',
    'core/archive/rescan.ts',
    'return gone > MOST_GONE || gone > known * MOST_GONE_SHARE',
    'return gone > known * 2',
  ],
  [
    'only the id of archive.json is not compared',
    'core/archive/rescan.ts',
    'if (!(await isStillThere(context))) return goOffline(context, [])',
    '',
  ],
  [
    'undo does not keep what it replaces',
    'core/archive/acts.ts',
    'await context.folder.save(path, bytes, expected, (old) => keepVersion(context.folder, id, old, context.clock()))',
    'await context.folder.save(path, bytes, expected)',
  ],
  [
    'a damaged backup is restored',
    'core/archive/read-backup.ts',
    'if (bytes.length !== file.size || hash !== file.sha256)',
    'if (hash === "")',
  ],
]

/** The mistakes that the tests of the archive must notice. */
export const SEEDED_FAULTS: readonly SeededFault[] = ROWS.map(([name, file, find, replace]) => ({
  name,
  file,
  find,
  replace,
}))
