import type { Translate } from '../../../core/translate/create-translator.ts'

/** The place of a rule in words: `site:example.kz` as "the site example.kz". */
export function placeText(place: string, translate: Translate): string {
  const [, kind = '', name = ''] = /^(\w+):(.*)$/s.exec(place) ?? []
  if (kind === 'site' || kind === 'folder' || kind === 'outlet' || kind === 'table') {
    return translate(`import.places.${kind}`, { name })
  }
  return place
}
