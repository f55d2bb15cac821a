import { LANGUAGES, type Names } from '../model/language.ts'
import { slugOf } from '../model/transliterate.ts'
import type { TagId } from '../model/tag.ts'

const LONGEST_SLUG = 60

/** A new id from the first name there is (English, Russian, Kazakh), with a number where the slug is taken. */
export function createTagId(names: Names, isTaken: (id: TagId) => boolean): TagId {
  const name = LANGUAGES.map((language) => names[language] ?? '').find((text) => text !== '') ?? ''
  const slug = slugOf(name, LONGEST_SLUG)
  const base = slug === '' ? 'tag' : slug
  for (let number = 1; ; number += 1) {
    // A slug and its numbered forms have the shape of an id.
    const id = (number === 1 ? base : `${base}-${number}`) as TagId
    if (!isTaken(id)) return id
  }
}
