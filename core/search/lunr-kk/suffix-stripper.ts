import type { Alphabet } from './alphabet.ts'
import { hasVowel, inHarmony, lastSound } from './harmony.ts'
import { NOMINAL_ROOTS, VERBAL_ROOTS } from './kazakh-roots.ts'
import { KAZAKH_SUFFIXES, OUTSIDE, type Suffix, type SuffixKind } from './kazakh-suffixes.ts'

const SHORTEST_INFLECTED = 3
/** Longer strings are no words: their readings would only cost time. */
const LONGEST_WORD = 60
/**
 * Where an unknown stem and a suffix meet, the border may be one letter further on: серіктес-і rather than серікте-сі, журналист-і rather
 * than журналис-ті. Each row: the suffix, and the ends of stems it is not taken off.
 */
const FALSE_BORDERS: readonly (readonly [suffix: RegExp, stem: RegExp])[] = [
  [/^с[ыі](?![зң])/, /(?:[тд]е|[^шжщ][ыіи])$/],
  [/^н[ыі]/, /о$/],
  [/^т[ыі]/, /ис$/],
  [/^г[ыі]/, /ин$/],
  [/^ш[ыі]$/, /[ыі]$/],
  [/^й[дт]/, /[^лдт][ае]$/],
  [/^[ае][дт][ыі]н?$/, /[^аеёиоуэюяәөүұыі]{2}$/],
  [/^[ае]т[ыі]н$/, /[^ыі]т$|[пфкқсшщцчхһбвгд]$/],
]

/** A stem reached by taking suffixes off, and what the innermost of them was. */
type Reading = {
  readonly stem: string
  readonly innermost: SuffixKind | 'none'
  /** The next suffix must have its place below this level. */
  readonly below: number
  /** Whether the stem may stay as it is though it is no known root. */
  readonly unknownAllowed: boolean
}

/** The tables of the rules in one alphabet. */
type Rules = {
  readonly alphabet: Alphabet
  readonly suffixes: ReadonlyMap<string, readonly Suffix[]>
  readonly longestSuffix: number
  readonly nominalRoots: ReadonlySet<string>
  readonly verbalRoots: ReadonlySet<string>
}

/**
 * Makes the stemmer for words written in the given alphabet. It takes suffixes off in every way that consonant and vowel harmony
 * allow; the longest known root among the results is the stem, or else the shortest string that the rules let stand.
 */
export function createStemmer(alphabet: Alphabet): (word: string) => string {
  const rules = rulesFor(alphabet)
  return (word) => {
    if (word.length < SHORTEST_INFLECTED || word.length > LONGEST_WORD || !alphabet.word.test(word)) return word
    const readings = readingsOf(word, rules)
    return longestKnownRoot(readings, rules) ?? keyOf(shortestUnknown(readings), alphabet)
  }
}

function rulesFor(alphabet: Alphabet): Rules {
  const suffixes = KAZAKH_SUFFIXES.map((suffix) => ({ ...suffix, written: alphabet.spell(suffix.text) }))
  return {
    alphabet,
    suffixes: Map.groupBy(suffixes, (suffix) => suffix.written),
    longestSuffix: Math.max(...suffixes.map((suffix) => suffix.written.length)),
    nominalRoots: new Set([...NOMINAL_ROOTS].map(alphabet.spell)),
    verbalRoots: new Set([...VERBAL_ROOTS].map(alphabet.spell)),
  }
}

function readingsOf(word: string, rules: Rules): Reading[] {
  const readings: Reading[] = []
  const seen = new Set<string>()
  const pending: Reading[] = [{ stem: word, innermost: 'none', below: OUTSIDE, unknownAllowed: true }]
  for (let reading = pending.pop(); reading !== undefined; reading = pending.pop()) {
    const mark = `${reading.stem} ${reading.innermost} ${reading.below} ${reading.unknownAllowed}`
    if (seen.has(mark)) continue
    seen.add(mark)
    readings.push(reading)
    pending.push(...shorterReadings(reading, rules))
  }
  return readings
}

function shorterReadings(reading: Reading, rules: Rules): Reading[] {
  const shorter: Reading[] = []
  const { stem } = reading
  for (let length = 1; length <= rules.longestSuffix && length <= stem.length - 2; length += 1) {
    const suffixes = rules.suffixes.get(stem.slice(stem.length - length))
    if (suffixes === undefined) continue
    const rest = stem.slice(0, stem.length - length)
    for (const suffix of suffixes) {
      if (!mayStandInside(suffix, reading) || !fits(rest, suffix, rules.alphabet)) continue
      const unknownAllowed = reading.unknownAllowed && mayLeaveUnknown(rest, suffix)
      shorter.push({ stem: rest, innermost: suffix.kind, below: suffix.insideBelow, unknownAllowed })
    }
  }
  return shorter
}

/** Suffixes keep their order, and inside a verbal one there is only a verb: nothing but a negation comes off it. */
function mayStandInside(suffix: Suffix, outer: Reading): boolean {
  if (suffix.kind === 'negation') return outer.innermost === 'verbal' || outer.innermost === 'boundVerbal'
  return suffix.level < outer.below
}

function mayLeaveUnknown(rest: string, suffix: Suffix): boolean {
  if (suffix.kind === 'boundNominal' || suffix.kind === 'boundVerbal') return false
  if (rest.length < suffix.minimumStem) return false
  return !FALSE_BORDERS.some(([border, stem]) => border.test(suffix.text) && stem.test(rest))
}

function fits(rest: string, suffix: Suffix, alphabet: Alphabet): boolean {
  return (
    (lastSound(rest, alphabet) & suffix.after) !== 0 &&
    hasVowel(rest, alphabet) &&
    (!suffix.harmonic || inHarmony(rest, suffix.text, alphabet))
  )
}

function longestKnownRoot(readings: readonly Reading[], rules: Rules): string | undefined {
  let longest: string | undefined
  for (const reading of readings) {
    const root = knownRoot(reading, rules)
    if (root !== undefined && (longest === undefined || root.length > longest.length)) longest = root
  }
  return longest
}

function knownRoot({ stem, innermost }: Reading, rules: Rules): string | undefined {
  switch (innermost) {
    case 'none':
      return rules.nominalRoots.has(stem) ? stem : undefined
    case 'nominal':
    case 'boundNominal':
      return spellingsBeforeVowel(stem, rules.alphabet).find((form) => rules.nominalRoots.has(form))
    case 'verbal':
    case 'boundVerbal':
    case 'negation':
      return spellingsOfVerb(stem, rules.alphabet).find((form) => rules.verbalRoots.has(form))
  }
}

/** What a noun may be that has this stem before an added vowel: кітаб is кітап, халқ is халық, еңбег is еңбек. */
function spellingsBeforeVowel(stem: string, alphabet: Alphabet): string[] {
  const hard = hardened(stem, alphabet)
  const spellings = [stem, hard, `${stem}ь`]
  if (isVowel(hard.charAt(hard.length - 1), alphabet) || isVowel(hard.charAt(hard.length - 2), alphabet))
    return spellings
  return [...spellings, ...alphabet.unsteady.map((vowel) => hard.slice(0, -1) + vowel + hard.slice(-1))]
}

/** What a verb may be that has this stem before an added vowel: оқ (in оқу) is оқы, жаб is жап. */
function spellingsOfVerb(stem: string, alphabet: Alphabet): string[] {
  return [stem, hardened(stem, alphabet), ...alphabet.unsteady.map((vowel) => stem + vowel)]
}

function hardened(stem: string, alphabet: Alphabet): string {
  // Not in loan words on -нг, where it is never hard: рейтинг, рейтингі.
  if (stem.endsWith('нг')) return stem
  const hard = alphabet.hardened.get(stem.charAt(stem.length - 1))
  return hard === undefined ? stem : stem.slice(0, -1) + hard
}

function isVowel(letter: string, alphabet: Alphabet): boolean {
  return letter !== '' && alphabet.vowels.includes(letter)
}

function shortestUnknown(readings: readonly Reading[]): string {
  let shortest = ''
  for (const { stem, unknownAllowed } of readings) {
    if (unknownAllowed && (shortest === '' || stem.length < shortest.length)) shortest = stem
  }
  return shortest
}

/** Brings the spellings of an unknown stem together: no unsteady vowel at its end or before its last consonant, and hardened. */
function keyOf(stem: string, alphabet: Alphabet): string {
  if (stem.endsWith('ль')) return stem.slice(0, -1)
  const endsUnsteady = alphabet.unsteady.includes(stem.charAt(stem.length - 1))
  const key = hardened(stem.length >= 4 && endsUnsteady ? stem.slice(0, -1) : stem, alphabet)
  const length = key.length
  const steady =
    length < 4 ||
    !'нқкпзрл'.includes(key.charAt(length - 1)) ||
    !alphabet.unsteady.includes(key.charAt(length - 2)) ||
    isVowel(key.charAt(length - 3), alphabet)
  return steady ? key : key.slice(0, -2) + key.slice(-1)
}
