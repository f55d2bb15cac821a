import { AppError } from '../contract/app-error.ts'
import { LANGUAGES, type Language, type Names } from '../model/language.ts'
import type { Tag, TagKind } from '../model/tag.ts'
import { spellingsOf } from './find-tag.ts'
import { plainNameKey } from './name-key.ts'

/** Names as they come from outside. */
export type GivenNames = { readonly [L in Language]?: string | undefined }

/** Names without odd blanks; what is empty is left out. */
export function cleanNames(given: GivenNames): Names {
  const pairs = LANGUAGES.map((language) => [language, cleanText(given[language] ?? '')] as const)
  return Object.fromEntries(pairs.filter(([, name]) => name !== ''))
}

/** Aliases without odd blanks, each once, and none that is a name already. */
export function cleanAliases(aliases: readonly string[], names: Names): readonly string[] {
  const taken = new Set<string>(Object.values(names))
  return [...new Set(aliases.map(cleanText))].filter((alias) => alias !== '' && !taken.has(alias))
}

/** One line without odd blanks: names travel through lists, file names and PDF. */
function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** @throws AppError `bad-request` where there is no name at all */
export function requireName(names: Names): void {
  if (Object.keys(names).length > 0) return
  throw new AppError('bad-request', 'A tag needs a name in at least one language.', { field: 'names' })
}

/** @throws AppError `tag-exists` where a tag of the kind has one of the names */
export function refuseTakenNames(tags: readonly Tag[], kind: TagKind, names: Names): void {
  const taken = new Map(Object.values(names).map((name) => [plainNameKey(name), name]))
  for (const tag of tags) {
    if (tag.kind !== kind) continue
    const name = spellingsOf(tag)
      .map((spelling) => taken.get(plainNameKey(spelling)))
      .find((found) => found !== undefined)
    if (name === undefined) continue
    throw new AppError('tag-exists', `The tag "${tag.id}" has the name "${name}" already.`, { tag: tag.id, name })
  }
}
