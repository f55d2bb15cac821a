import type { SuggestionReason } from '../../../core/model/tag-suggestion.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'

/** Why a tag is proposed, in words that can be checked against the text. */
export function reasonText({ how, spelling, found, place, paragraph }: SuggestionReason, translate: Translate): string {
  if (how === 'rule') return translate('reader.byRule', { rule: spelling })
  if (place === 'title') return translate('reader.inTitle', { found })
  return translate('reader.inParagraph', { found, paragraph: String(paragraph) })
}
