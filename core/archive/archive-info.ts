import * as v from 'valibot'
import { AppError } from '../contract/app-error.ts'
import { LANGUAGES, type Language } from '../model/language.ts'

/** What `archive.json` says. */
export interface ArchiveInfo {
  /** UUID, the archive's identity wherever it is moved to. */
  readonly id: string
  /** Version of the folder's format. */
  readonly format: number
  readonly name: string
  /** Language that new articles and documents begin with. */
  readonly language: Language
  /** Time of creation, ISO 8601 in UTC. */
  readonly created: string
}

const schema = v.looseObject({
  id: v.pipe(v.string(), v.uuid()),
  format: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.maxLength(1_000)),
  language: v.picklist(LANGUAGES),
  created: v.optional(v.pipe(v.string(), v.isoTimestamp()), '1970-01-01T00:00:00.000Z'),
})

function damaged(reason: string): AppError {
  return new AppError('archive-damaged', `archive.json cannot be read: ${reason}`, { file: 'archive.json', reason })
}

/**
 * Reads `archive.json`. Keys that this version does not know are passed over.
 *
 * @throws AppError `archive-damaged`
 */
export function parseArchiveInfo(bytes: Uint8Array): ArchiveInfo {
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : 'it is no JSON.')
  }
  const result = v.safeParse(schema, content)
  if (!result.success) throw damaged(`${v.getDotPath(result.issues[0]) ?? 'content'}: ${result.issues[0].message}`)
  const { id, format, name, language, created } = result.output
  return { id, format, name, language, created }
}

/** `archive.json` as bytes. */
export function formatArchiveInfo(info: ArchiveInfo): Uint8Array {
  return Buffer.from(`${JSON.stringify(info, null, 2)}\n`)
}
