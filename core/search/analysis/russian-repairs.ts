/** A change to the end of a Snowball stem: what it looks like, what takes its place. */
type Repair = readonly [pattern: RegExp, replacement: string]

/**
 * Brings together stems of one word that Snowball leaves apart. Each repair is applied to every stem, so that two forms with one Snowball
 * stem never part.
 */
const REPAIRS: readonly Repair[] = [
  // представлен and представить, люблю and любить
  [/(?<=..(?:[пвмф]|(?<!у)б))л$/, ''],
  // приглашен, выражен, размещен, посещен, выпущен and пригласить, выразить, разместить, посетить, выпустить
  [/(?<=(?:гла|кра|вы|ру|га))ш$/, 'с'],
  [/(?<=.(?:ра|ни|ру|ли))ж$/, 'з'],
  [/(?<=.ме)щ$/, 'ст'],
  [/(?<=..[рмсвгщ][еаия])щ$/, 'т'],
  [/(?<=пу)щ$/, 'ст'],
  // создавать and создать, преподавать and преподает
  [/(?<=..(?:да|зна|ста))ва$/, ''],
  // участвовать and участвует, финансируемый
  [/(?<=...)[ое]ва$/, ''],
  [/(?<=...)уем$/, ''],
  // Токаев and Токаева, основ and основа
  [/(?<=...)[ое]в$/, ''],
  // музей and музея
  [/(?<=...)е$/, ''],
  // награжден and наградить
  [/(?<=...)жд$/, 'д'],
  // выставок and выставка, конец and конца, уровень and уровня, владелец and владельца
  [/(?<=[^аеиоуыэюя])[ьй](?=[кц]$)/, ''],
  [/(?<=..)й(?=ц$)/, ''],
  [/(?<=..)е(?=ц$)/, ''],
  [/(?<=..[^аеиоуыэюя])[ое](?=к$)/, ''],
  [/(?<=..[^аеиоуыэюя])е(?=н$)/, ''],
]

/** Words as 3rd persons plural that Snowball does not know: получат, слышат. */
const THIRD_PERSONS = /(?<=.[жчшщ])ат(?:ся)?$/
const VERBS_IN_ET = /(?<=...)е(?:ет|ют|ть)(?:ся)?$/

/** армянин and армяне. */
const SINGLE_OF_A_PEOPLE = /(?<=..[ая]н)ин(?:а|у|ом|е)?$/

/** уверенный and уверен; not the adjectives whose short forms keep the vowel, such as ответственный and современный. */
const PASSIVE_PARTICIPLE = /(?<=...)(?<!ств|[мцтн])енн(?:ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми|о)$/
/** гусь: a noun of one syllable, not a reflexive verb. */
const SHORT_NOUN_IN_S = /(?<=^[^аеиоуыэюя]*[аеиоуыэюя]с)ь$/
/** компетентен and компетентный. */
const SHORT_AFTER_CLUSTER = /(?<=..(?:нт|кт))ен$/
/** ответствен and ответственный. */
const SHORT_IN_STVEN = /(?<=..ств)ен$/
/** копеек and копейка. */
const PLURAL_OF_YKA = /(?<=.[аоеуя])ек$/

/** Takes endings off a normalised word that Snowball does not know; the rest is for Snowball. */
export function repairRussianWord(word: string): string {
  return word
    .replace(THIRD_PERSONS, 'ит')
    .replace(VERBS_IN_ET, 'ить')
    .replace(SINGLE_OF_A_PEOPLE, '')
    .replace(SHORT_NOUN_IN_S, '')
    .replace(PASSIVE_PARTICIPLE, 'ен')
    .replace(SHORT_IN_STVEN, 'енный')
    .replace(SHORT_AFTER_CLUSTER, 'ный')
    .replace(PLURAL_OF_YKA, 'йка')
}

/** The repaired form of a Snowball stem. */
export function repairRussianStem(stem: string): string {
  let repaired = stem
  for (const [pattern, replacement] of REPAIRS) repaired = repaired.replace(pattern, replacement)
  return repaired
}
