import { crc32 } from 'node:zlib'
import { ANALYSER_VERSION } from '../analysis/analyser-version.ts'
import { fold } from '../analysis/fold.ts'
import { FIELD_NAMES } from '../fields.ts'
import { indexTermOf } from '../segment/term-table.ts'
import { ARTICLE_LANGUAGES } from '../../model/language.ts'

/** Words whose terms tell whether the rules of analysis are still those that an index was made with. */
const CANARIES = [
  'universities’ running happily partnership it’s news the and 2025 vku.edu.kz e-mail «Nur»',
  'университетами Казахстане студентов науки государственный день детей люди министерство и ещё Астане',
  'университеттерінің Қазақстанның ғалымдары кітабы жүрегі халқы орны оқушылар мектептен және бастауыш өңірлік',
]
  .join(' ')
  .split(/[\s-]+/)

/** Names the rules of analysis: an index made under other rules is thrown away. */
export function analyserFingerprint(): string {
  const terms = ARTICLE_LANGUAGES.flatMap((language) => CANARIES.map((word) => indexTermOf(word, language)))
  const text = [...FIELD_NAMES, ...terms, ...terms.map(fold)].join('\n')
  return `${ANALYSER_VERSION}-${crc32(text).toString(16)}`
}
