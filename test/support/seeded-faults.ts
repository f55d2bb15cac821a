/** A mistake put into the source on purpose. */
export interface SeededFault {
  /** The tests that must notice it: a file below `test/unit/core`, without its ending. */
  readonly caughtBy: string
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}

const SAVE = 'core/files/safe-save.ts'
const BULK = 'core/files/bulk-save.ts'
const ROWS: readonly (readonly [caughtBy: string, name: string, file: string, find: string, replace: string])[] = [
  ['archive/power-cut', 'no fsync of the file', SAVE, 'if (durable) await file.sync()', ''],
  [
    'archive/power-cut',
    'no fsync of the folder after a rename',
    SAVE,
    '      await system.syncFolder(dirname(path))\n      const version',
    '      const version',
  ],
  [
    'archive/power-cut',
    'no fsync of a new folder',
    SAVE,
    '      await system.syncFolder(dirname(path))\n    } catch (error) {\n      throw saveError',
    '    } catch (error) {\n      throw saveError',
  ],
  [
    'archive/power-cut',
    'rename before the content is synced',
    SAVE,
    'await fill(system, temporary, request.bytes)\n',
    'await fill(system, temporary, request.bytes, false)\n',
  ],
  [
    'files/safe-save',
    'no look at the version before the save',
    SAVE,
    'if (version !== request.replaces) throw conflict(request.path)',
    '',
  ],
  ['files/safe-save', 'no second look before the rename', SAVE, '    await requireVersion(system, request)\n', ''],
  ['files/safe-save', 'no size check', SAVE, 'if (size !== bytes.length) {', 'if (size < 0) {'],
  [
    'files/safe-save',
    'no reading back',
    SAVE,
    'if (sha256(await readWhole(system, path)) !== version) {',
    'if (version === undefined) {',
  ],
  [
    'files/safe-save',
    'the temporary stays after a failure',
    SAVE,
    '        await dropTemporary(temporary)\n        throw error\n      }\n      await system.syncFolder',
    '        throw error\n      }\n      await system.syncFolder',
  ],
  [
    'files/safe-save',
    'no patience with a held file',
    SAVE,
    'if (wait === null || !HELD.has(systemCode(error))) throw error',
    'throw error',
  ],
  ['files/safe-save', 'a move replaces what is there', SAVE, 'if (await exists(system, to)) throw conflict(to)', ''],
  [
    'archive/power-cut',
    'no folder fsync after a move',
    SAVE,
    '      await system.syncFolder(dirname(to))\n      if (dirname(from) !== dirname(to)) await system.syncFolder(dirname(from))\n',
    '',
  ],
  ['files/safe-save', 'the old version is not kept', SAVE, 'else await request.keepOld?.(old)', ''],
  [
    'files/safe-save',
    'an empty placeholder is taken for empty',
    'core/files/read-file.ts',
    'bytes.length === 0 &&',
    'bytes.length < 0 &&',
  ],
  [
    'files/safe-path',
    'links are followed',
    'core/files/safe-path.ts',
    "if (info.kind === 'link' || info.kind === 'other')",
    'if (info.links < 0)',
  ],
  [
    'files/safe-path',
    'second names of files are followed',
    'core/files/safe-path.ts',
    'info.links > 1',
    'info.links > 99',
  ],
  [
    'files/safe-path',
    'a folder may be a link',
    'core/files/safe-path.ts',
    '!isInside(root, realParent) || !isInside(realParent, parent)',
    'root === ""',
  ],
  [
    'files/safe-path',
    'names of devices are files',
    'core/files/safe-path.ts',
    "if (isReservedName(segment)) throw refuse(path, 'the operating system keeps this name for itself')",
    '',
  ],
  [
    'archive/open-archive',
    'lost text is not noticed',
    'core/archive/article-store.ts',
    'if (!force) requireBody',
    'if (false) requireBody',
  ],
  [
    'archive/power-cut',
    'our text is dropped in a conflict',
    'core/archive/article-store.ts',
    'const conflict = await writeConflictCopy(context, placed.path, placed.file, wanted)',
    "const conflict = ''",
  ],
  [
    'archive/open-archive',
    'a lost disk is taken for deletion',
    'core/archive/rescan.ts',
    'return gone > MOST_GONE || gone > known * MOST_GONE_SHARE',
    'return gone > known * 2',
  ],
  [
    'archive/rescan',
    'only the id of archive.json is not compared',
    'core/archive/rescan.ts',
    'if (!(await isStillThere(context))) return goOffline(context, [])',
    '',
  ],
  [
    'archive/bulk-change',
    'no fsync of the restore point of a bulk act',
    BULK,
    '          await file.sync()\n          await file.close()',
    '          await file.close()',
  ],
  [
    'archive/bulk-change',
    'no look at the versions before a bulk act',
    BULK,
    'if (sha256(bytes) === item.replaces) return',
    'if (bytes.length >= 0) return',
  ],
  [
    'archive/bulk-change',
    'no fsync of the files after a bulk act',
    BULK,
    'const outcomes = await system.syncMany(paths)',
    'const outcomes = await system.syncMany([])',
  ],
  [
    'archive/power-cut',
    'no fsync of the files of new articles',
    'core/files/underway.ts',
    'synced ? system.createSynced(files) : system.createMany(files)',
    'system.createMany(files)',
  ],
  [
    'archive/power-cut',
    'no fsync of the names of new articles',
    BULK,
    '    await syncNames(items.filter(isGoingOn))\n',
    '',
  ],
  [
    'archive/keeping',
    'a damaged backup is restored',
    'core/archive/read-backup.ts',
    'if (bytes.length !== file.size || hash !== file.sha256)',
    'if (hash === "")',
  ],
]

/** The mistakes that the tests of the archive must notice. */
export const SEEDED_FAULTS: readonly SeededFault[] = ROWS.map(([caughtBy, name, file, find, replace]) => ({
  caughtBy,
  name,
  file,
  find,
  replace,
}))
