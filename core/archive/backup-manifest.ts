import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import { checkRelativePath } from '../files/safe-path.ts'
import { nameKey } from '../files/safe-name.ts'

/** Name of the manifest in the zip file. */
export const MANIFEST_NAME = 'press-archive-backup.json'

const schema = v.object({
  backup: v.literal(1),
  archive: v.pipe(v.string(), v.uuid()),
  name: v.string(),
  created: v.string(),
  files: v.array(
    v.object({
      path: v.string(),
      size: v.pipe(v.number(), v.integer(), v.minValue(0)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
})

/** What a backup holds: every file with its length and checksum. */
export type BackupManifest = v.InferOutput<typeof schema>
/** One file of a backup. */
export type BackupFile = BackupManifest['files'][number]

/** A failure that says what is wrong with a backup. */
export function damagedBackup(reason: string): AppError {
  return new AppError('backup-damaged', `The backup is damaged: ${reason}`, { reason })
}

/**
 * Reads a manifest and checks every name in it.
 *
 * @throws AppError `backup-damaged`, `unsafe-name`
 */
export function parseManifest(bytes: Uint8Array): BackupManifest {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw damagedBackup('its manifest is no JSON.')
  }
  const result = v.safeParse(schema, content)
  if (!result.success) throw damagedBackup(`its manifest: ${result.issues[0].message}`)
  const names = new Set<string>()
  for (const { path } of result.output.files) {
    const key = nameKey(checkRelativePath(path))
    if (names.has(key)) throw damagedBackup(`${path} is in it twice.`)
    names.add(key)
  }
  return result.output
}
