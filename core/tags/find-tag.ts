import { LANGUAGES } from '../model/language.ts'
import type { Tag, TagKind } from '../model/tag.ts'
import { latinNameKey, plainNameKey } from './name-key.ts'

/** Finds tags by what people call them. */
export interface TagFinder {
  /**
   * The tag of a kind (null: any) by id, name or alias in any language. The same spelling wins over one that only
   * sounds alike in another script.
   */
  find(kind: TagKind | null, name: string): Tag | undefined
}

/** Every name and alias of a tag, each once. */
export function spellingsOf(tag: Tag): readonly string[] {
  const names = LANGUAGES.flatMap((language) => tag.names[language] ?? [])
  return [...new Set([...names, ...tag.aliases])]
}

/** Prepares a finder for a list of tags; where two share a spelling, the earlier one is found. */
export function createTagFinder(tags: readonly Tag[]): TagFinder {
  const byId = new Map<string, Tag[]>()
  const byPlainKey = new Map<string, Tag[]>()
  const byLatinKey = new Map<string, Tag[]>()
  for (const tag of tags) {
    addTo(byId, tag.id, tag)
    for (const spelling of spellingsOf(tag)) {
      addTo(byPlainKey, plainNameKey(spelling), tag)
      addTo(byLatinKey, latinNameKey(spelling), tag)
    }
  }
  const fits =
    (kind: TagKind | null) =>
    (tag: Tag): boolean =>
      kind === null || tag.kind === kind
  return {
    find: (kind, name) =>
      byPlainKey.get(plainNameKey(name))?.find(fits(kind)) ??
      byId.get(name.trim())?.find(fits(kind)) ??
      byLatinKey.get(latinNameKey(name))?.find(fits(kind)),
  }
}

function addTo(map: Map<string, Tag[]>, key: string, tag: Tag): void {
  if (key === '') return
  const present = map.get(key)
  if (present === undefined) map.set(key, [tag])
  else if (!present.includes(tag)) present.push(tag)
}
