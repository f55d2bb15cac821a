/**
 * Names of the months in English, Russian and Kazakh (Cyrillic, Latin of 2018 with acutes and of 2021 with umlauts, and
 * plain ASCII): full, inflected where the stem changes, and short. Index 0 is January. Own table, because date libraries
 * read four Kazakh months wrongly.
 */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'января', 'январь', 'январе', 'янв', 'қаңтар', 'қаң', 'qańtar', 'qañtar', 'qantar'],
  ['february', 'feb', 'февраля', 'февраль', 'феврале', 'февр', 'фев', 'ақпан', 'ақп', 'aqpan'],
  ['march', 'mar', 'марта', 'март', 'марте', 'мар', 'наурыз', 'нау', 'naýryz', 'nauryz'],
  ['april', 'apr', 'апреля', 'апрель', 'апреле', 'апр', 'сәуір', 'сәу', 'sáýir', 'säuır', 'säuir', 'sauir'],
  ['may', 'мая', 'май', 'мае', 'мамыр', 'мам', 'mamyr'],
  ['june', 'jun', 'июня', 'июнь', 'июне', 'июн', 'маусым', 'мау', 'maýsym', 'mausym'],
  ['july', 'jul', 'июля', 'июль', 'июле', 'июл', 'шілде', 'шіл', 'shilde', 'şılde', 'şilde'],
  ['august', 'aug', 'августа', 'август', 'августе', 'авг', 'тамыз', 'там', 'tamyz'],
  [
    'september',
    'sept',
    'sep',
    'сентября',
    'сентябрь',
    'сентябре',
    'сент',
    'сен',
    'қыркүйек',
    'қыркүйег',
    'қыр',
    'qyrkúıek',
    'qyrküiek',
    'qyrkuiek',
  ],
  ['october', 'oct', 'октября', 'октябрь', 'октябре', 'окт', 'қазан', 'қаз', 'qazan'],
  ['november', 'nov', 'ноября', 'ноябрь', 'ноябре', 'нояб', 'ноя', 'қараша', 'қар', 'qarasha', 'qaraşa'],
  ['december', 'dec', 'декабря', 'декабрь', 'декабре', 'дек', 'желтоқсан', 'жел', 'jeltoqsan'],
]

const NUMBER_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)

/** Source of a regular expression that matches any month name, longest first; to be used with the flags `iu`. */
export const MONTH_PATTERN = [...NUMBER_BY_NAME.keys()].sort((one, other) => other.length - one.length).join('|')

/** Case endings that Kazakh month names take: қазанда, қазанның, қазаны. */
export const MONTH_ENDING =
  '(?:(?:ын|ін|н)?(?:ның|нің|ны|ні|да|де|та|те|нан|нен|дан|ден|а|е)|ы|і|ға|ге|ynda|ında|inde|da|de)?'

/** Number of a month, 1 to 12, by any of its names in any case of letters; 0 where the name is not known. */
export function monthOfName(name: string): number {
  return NUMBER_BY_NAME.get(name.toLowerCase()) ?? 0
}
