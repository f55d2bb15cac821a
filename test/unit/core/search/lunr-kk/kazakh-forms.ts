/** Inflects regular Kazakh words, independently of the stemmer's tables, to test it on many forms. */

const PURE_VOWELS = 'аәеёоөұүыіэя'
const VOICELESS = 'пфкқтсшщцчхһбвгдғ'
const SOFTENED: Readonly<Record<string, string>> = { п: 'б', к: 'г', қ: 'ғ' }

/** The cases, the plural, and the possessives of first and third person plural with cases, of a regular noun. */
export function inflectNoun(noun: string): string[] {
  const plural = attach(noun, pluralOf(noun))
  const owned = ownedBy(noun, ['I', 'сI'])
  const ours = ownedBy(noun, ['IмIз', 'мIз'])
  const ownedForms = [owned, attach(plural, 'I')].flatMap((base) => [
    base,
    ...['н', 'нA', 'ндA', 'нAн', 'нIң', 'ндAGI'].map((ending) => attach(base, ending)),
    `${base}мен`,
  ])
  return [...new Set([...casesOf(noun), plural, ...casesOf(plural), ...ownedForms, ours, attach(ours, 'дIң')])]
}

/** Past, participles, converb, present, conditional, negation and verbal noun of a regular verb root; the past comes first. */
export function inflectVerb(root: string): string[] {
  const last = root.slice(-1)
  const vowel = PURE_VOWELS.includes(last)
  const voiceless = VOICELESS.includes(last)
  const negated = attach(root, voiceless ? 'пA' : 'мнңзж'.includes(last) ? 'бA' : 'мA')
  const participle = attach(root, voiceless ? 'QAн' : 'GAн')
  return [
    attach(root, voiceless ? 'тI' : 'дI'),
    participle,
    attach(participle, 'дAр'),
    attach(root, vowel ? 'п' : 'Iп'),
    attach(root, vowel ? 'йдI' : 'AдI'),
    attach(root, vowel ? 'йтIн' : 'AтIн'),
    attach(root, 'сA'),
    attach(negated, 'дI'),
    attach(negated, 'GAн'),
    `${root}у`,
    ...['GA', 'I', 'дIң', 'IнA', 'IндA'].map((ending) => `${root}у${spell(ending, isFront(root))}`),
  ]
}

function casesOf(noun: string): string[] {
  const last = soundingLast(noun)
  const vowel = PURE_VOWELS.includes(last)
  const voiceless = VOICELESS.includes(last)
  const nasal = 'мнң'.includes(last)
  const endings = [
    vowel || nasal ? 'нIң' : voiceless ? 'тIң' : 'дIң',
    voiceless ? 'QA' : 'GA',
    vowel ? 'нI' : voiceless ? 'тI' : 'дI',
    voiceless ? 'тA' : 'дA',
    nasal ? 'нAн' : voiceless ? 'тAн' : 'дAн',
    voiceless ? 'тAGI' : 'дAGI',
  ]
  const companion = voiceless ? 'пен' : 'зж'.includes(last) ? 'бен' : 'мен'
  return [...endings.map((ending) => attach(noun, ending)), noun + companion]
}

function pluralOf(noun: string): string {
  const last = soundingLast(noun)
  if (VOICELESS.includes(last)) return 'тAр'
  return 'мнңзжл'.includes(last) ? 'дAр' : 'лAр'
}

function ownedBy(noun: string, [afterConsonant, afterVowel]: readonly [string, string]): string {
  if (PURE_VOWELS.includes(soundingLast(noun))) return attach(noun, afterVowel)
  if (noun.endsWith('ь')) return noun.slice(0, -1) + spell(afterConsonant, true)
  const softens = noun.length > 4 && /[аәеиоөуұүыі][пкқ]$/.test(noun)
  const base = softens ? noun.slice(0, -1) + (SOFTENED[noun.slice(-1)] ?? '') : noun
  return base + spell(afterConsonant, isFront(noun))
}

function attach(base: string, ending: string): string {
  return base + spell(ending, isFront(base))
}

function spell(ending: string, front: boolean): string {
  const letters = front ? { A: 'е', I: 'і', G: 'г', Q: 'к' } : { A: 'а', I: 'ы', G: 'ғ', Q: 'қ' }
  return ending.replace(/[AIGQ]/g, (letter) => (letter in letters ? letters[letter as keyof typeof letters] : letter))
}

function soundingLast(word: string): string {
  return word.replace(/[ьъ]+$/, '').slice(-1)
}

function isFront(word: string): boolean {
  if (word.endsWith('ь')) return true
  const vowels = word.match(/[аәеёиоөуұүыіэюя]/g)
  return 'еәөүіэи'.includes(vowels?.at(-1) ?? 'а')
}
