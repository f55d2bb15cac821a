import { AppError } from '../core/contract/app-error.ts'
import type { ArchiveClient } from '../core/contract/archive-api.ts'
import type { TagUsage } from '../core/contract/results.ts'
import type { Language } from '../core/model/language.ts'
import { TAG_KINDS, type TagId, type TagKind } from '../core/model/tag.ts'
import { UsageError } from './usage-error.ts'

/** A tag as written on the command line. */
export interface WrittenTag {
  readonly kind: TagKind
  /** A name in any language, an alias, or the id. */
  readonly name: string
}

/** Reads `KIND:NAME`. @throws UsageError */
export function parseTag(text: string): WrittenTag {
  const colon = text.indexOf(':')
  const kind = TAG_KINDS.find((candidate) => candidate === text.slice(0, colon))
  const name = text.slice(colon + 1).trim()
  if (kind === undefined || name === '') throw new UsageError('cli.wrong.tag', { value: text })
  return { kind, name }
}

/** The tag of that kind with that name, alias or id, whatever its letter case; null where there is none. */
function lookUpTag(tags: readonly TagUsage[], { kind, name }: WrittenTag): TagUsage | null {
  const wanted = comparable(name)
  const ofKind = tags.filter((tag) => tag.kind === kind)
  const byName = ofKind.filter((tag) => Object.values(tag.names).some((text) => comparable(text) === wanted))
  const byAlias = ofKind.filter((tag) => tag.aliases.some((alias) => comparable(alias) === wanted))
  const found = [ofKind.filter((tag) => tag.id === name), byName, byAlias].find((group) => group.length > 0) ?? []
  if (found.length > 1) {
    const ids = found.map((tag) => tag.id)
    throw new AppError('bad-request', `More than one ${kind} is called "${name}": ${ids.join(', ')}`, { name, ids })
  }
  return found[0] ?? null
}

/** The same for a tag that must exist. @throws AppError `not-found` */
export function findTag(tags: readonly TagUsage[], written: WrittenTag): TagUsage {
  const found = lookUpTag(tags, written)
  if (found !== null) return found
  throw new AppError('not-found', `There is no ${written.kind} "${written.name}".`, { ...written })
}

/** The ids of tags as written; those that do not exist yet are made. */
export async function findOrCreateTags(
  client: ArchiveClient,
  written: readonly WrittenTag[],
): Promise<readonly TagId[]> {
  if (written.length === 0) return []
  const known = await client('tags.list', {})
  const ids: TagId[] = []
  for (const tag of written) {
    const found = lookUpTag(known, tag)
    ids.push(found?.id ?? (await createTag(client, tag)))
  }
  return ids
}

async function createTag(client: ArchiveClient, { kind, name }: WrittenTag): Promise<TagId> {
  const { id } = await client('tags.create', { kind, names: { [languageOfName(name)]: name } })
  return id
}

/** A name with letters that only Kazakh has is Kazakh, another Cyrillic one Russian, all others English. */
export function languageOfName(name: string): Language {
  if (/[әғқңөұүһі]/iu.test(name)) return 'kk'
  return /\p{Script=Cyrillic}/u.test(name) ? 'ru' : 'en'
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
