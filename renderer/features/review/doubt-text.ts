import type { MessageKey, Translate } from '../../../core/translate/create-translator.ts'

/** Fields whose doubts have a name of their own; others are shown as they are. */
const NAMES: Readonly<Record<string, MessageKey | undefined>> = {
  title: 'library.doubtNames.title',
  published: 'library.doubtNames.published',
  outlet: 'library.doubtNames.outlet',
  url: 'library.doubtNames.url',
  language: 'library.doubtNames.language',
  authors: 'library.doubtNames.authors',
  kind: 'library.doubtNames.kind',
  body: 'library.doubtNames.body',
  duplicate: 'library.doubtNames.duplicate',
  charset: 'review.doubtCharset',
  text: 'review.doubtNoText',
}

/** What is to be checked, in one line. */
export function doubtText(doubts: readonly string[], translate: Translate): string {
  const fields = doubts.map((doubt) => {
    const key = NAMES[doubt]
    return key === undefined ? doubt : translate(key)
  })
  return translate('library.doubts', { fields: fields.join(', ') })
}
