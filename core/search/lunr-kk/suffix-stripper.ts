import type { Alphabet } from './alphabet.ts'
import { falseBordersOf } from './false-borders.ts'
import { firstVowel, harmonyOfStem, harmonyOfSuffix, lastSound, type Harmony } from './harmony.ts'
import { nominalRoots } from './kazakh-nouns.ts'
import { kazakhSuffixes, OUTSIDE, type Suffix, type SuffixKind } from './kazakh-suffixes.ts'
import { verbalRoots } from './kazakh-verbs.ts'
import { buildSuffixTrie, type SuffixTrie } from './suffix-trie.ts'

const SHORTEST_INFLECTED = 3
/** Longer strings are no words: their readings would only cost time. */
const LONGEST_WORD = 60
/** What a root that is known only from a suffix too short to be trusted counts less, in letters. */
const DOUBT_OF_BOUND = 2.5
/** Letters that loan words double at their end, and single before a suffix: процесс, процесі; металл, металы. */
const DOUBLED_IN_LOANS = 'слмп'
/** First letters of verbal suffixes that take in the last vowel of a verb, or its й: оқы, оқу; қой, қояды. */
const SWALLOWING = 'уюия'
/** A stem reached by taking suffixes off, and what the innermost of them was. */
type Reading = {
  readonly stem: string
  readonly innermost: SuffixKind | 'none'
  /** The first letter of the innermost suffix. */
  readonly before: string
  /** The next suffix must have its place below this level. */
  readonly below: number
  /** Whether the stem may stay as it is though it is no known root. */
  readonly unknownAllowed: boolean
}

/** A suffix in the alphabet of the rules, with what does not change from word to word. */
type PreparedSuffix = Suffix & {
  readonly written: string
  readonly harmony: Harmony
  readonly falseBorders: readonly RegExp[]
}

/** The tables of the rules in one alphabet. */
type Rules = {
  readonly alphabet: Alphabet
  readonly suffixes: SuffixTrie<PreparedSuffix>
  readonly nominalRoots: ReadonlySet<string>
  readonly verbalRoots: ReadonlySet<string>
}

/**
 * Makes the stemmer for words written in the given alphabet. It takes suffixes off in every way that consonant and vowel harmony
 * allow; the longest known root among the results is the stem, or else the shortest string that the rules let stand, as
 * `unknown` writes it.
 */
export function createStemmer(alphabet: Alphabet, unknown = keyOf): (word: string) => string {
  return (word) => {
    if (word.length < SHORTEST_INFLECTED || word.length > LONGEST_WORD || !alphabet.word.test(word)) return word
    const rules = rulesFor(alphabet)
    const readings = readingsOf(word, rules)
    return likeliestRoot(readings, rules) ?? unknown(shortestUnknown(readings), alphabet)
  }
}

const knownRules = new Map<Alphabet, Rules>()

/** The rules of an alphabet, made for its first word. */
function rulesFor(alphabet: Alphabet): Rules {
  const known = knownRules.get(alphabet)
  if (known !== undefined) return known
  const rules = makeRules(alphabet)
  knownRules.set(alphabet, rules)
  return rules
}

function makeRules(alphabet: Alphabet): Rules {
  const suffixes = kazakhSuffixes().map((suffix) => ({
    ...suffix,
    written: alphabet.spell(suffix.text),
    harmony: suffix.harmonic ? harmonyOfSuffix(suffix.text) : 'either',
    falseBorders: falseBordersOf(suffix.text),
  }))
  return {
    alphabet,
    suffixes: buildSuffixTrie(suffixes, (suffix) => suffix.written),
    nominalRoots: new Set([...nominalRoots()].map(alphabet.spell)),
    verbalRoots: new Set([...verbalRoots()].map(alphabet.spell)),
  }
}

function readingsOf(word: string, rules: Rules): Reading[] {
  const readings: Reading[] = [{ stem: word, innermost: 'none', before: '', below: OUTSIDE, unknownAllowed: true }]
  const shortest = Math.max(2, firstVowel(word, rules.alphabet) + 1)
  for (let place = 0; place < readings.length; place += 1) {
    const reading = readings[place]
    if (reading !== undefined) addShorterReadings(reading, shortest, rules, readings)
  }
  return readings
}

/** Walks the trie from the end of the stem, as long as enough of the stem is left over. */
function addShorterReadings(reading: Reading, shortest: number, rules: Rules, readings: Reading[]): void {
  const { stem } = reading
  let node = rules.suffixes.before.get(stem.charAt(stem.length - 1))
  for (let length = stem.length - 1; node !== undefined && length >= shortest; length -= 1) {
    if (node.suffixes.length > 0) {
      const rest = stem.slice(0, length)
      const sound = lastSound(rest, rules.alphabet)
      const harmony = harmonyOfStem(rest, rules.alphabet)
      for (const suffix of node.suffixes) {
        if ((sound & suffix.after) === 0 || !agree(harmony, suffix.harmony) || !mayStandInside(suffix, reading))
          continue
        addReading(readings, {
          stem: rest,
          innermost: suffix.kind,
          before: suffix.written.charAt(0),
          below: suffix.insideBelow,
          unknownAllowed: reading.unknownAllowed && mayLeaveUnknown(rest, suffix),
        })
      }
    }
    node = node.before.get(stem.charAt(length - 1))
  }
}

/** Readings are few, so that a search among them costs less than a set of them. */
function addReading(readings: Reading[], added: Reading): void {
  for (const known of readings) {
    if (
      known.stem.length === added.stem.length &&
      known.innermost === added.innermost &&
      known.before === added.before &&
      known.below === added.below &&
      known.unknownAllowed === added.unknownAllowed
    ) {
      return
    }
  }
  readings.push(added)
}

function agree(stem: Harmony, suffix: Harmony): boolean {
  return stem === 'either' || suffix === 'either' || stem === suffix
}

/**
 * Suffixes keep their order, and inside a verbal one there is only a verb: nothing but a negation comes off it. A finite form (-ды, -ады)
 * and a converb (-п, -а) end the word.
 */
function mayStandInside(suffix: Suffix, outer: Reading): boolean {
  if (suffix.kind === 'negation') return isVerbal(outer.innermost)
  if (suffix.kind === 'finite' || suffix.kind === 'boundFinite') return outer.innermost === 'none'
  if (suffix.kind.startsWith('bound') && outer.stem.length - suffix.text.length < suffix.minimumStem) return false
  if (suffix.kind === 'boundNominal' && outer.innermost === 'boundNominal') return false
  return suffix.level < outer.below
}

function isVerbal(kind: Reading['innermost']): boolean {
  return kind === 'verbal' || kind === 'boundVerbal' || kind === 'finite' || kind === 'boundFinite'
}

function mayLeaveUnknown(rest: string, suffix: PreparedSuffix): boolean {
  if (suffix.kind === 'boundNominal' || suffix.kind === 'boundVerbal' || suffix.kind === 'boundFinite') return false
  if (rest.length < suffix.minimumStem) return false
  return !suffix.falseBorders.some((stem) => stem.test(rest))
}

/** The longest root, where one that only a bound suffix speaks for counts as shorter: қара-са rather than қарас-а. */
function likeliestRoot(readings: readonly Reading[], rules: Rules): string | undefined {
  let likeliest: string | undefined
  let best = 0
  for (const reading of readings) {
    const root = knownRoot(reading, rules)
    if (root === undefined) continue
    const weight = root.length - (reading.innermost.startsWith('bound') ? DOUBT_OF_BOUND : 0)
    if (likeliest !== undefined && weight <= best) continue
    likeliest = root
    best = weight
  }
  return likeliest
}

function knownRoot(reading: Reading, rules: Rules): string | undefined {
  switch (reading.innermost) {
    case 'none':
      return rules.nominalRoots.has(reading.stem) ? reading.stem : undefined
    case 'nominal':
    case 'boundNominal':
      return spellingsOfNoun(reading, rules.alphabet).find((form) => rules.nominalRoots.has(form))
    case 'verbal':
    case 'boundVerbal':
    case 'finite':
    case 'boundFinite':
    case 'negation':
      return spellingsOfVerb(reading, rules.alphabet).find((form) => rules.verbalRoots.has(form))
  }
}

/**
 * What a noun may be that has this stem before a suffix. Before an added vowel кітаб is кітап, халқ is халық, медал is медаль, процес is
 * процесс, съез is съезд.
 */
function spellingsOfNoun({ stem, before }: Reading, alphabet: Alphabet): string[] {
  const last = stem.charAt(stem.length - 1)
  const doubled = DOUBLED_IN_LOANS.includes(last) ? [stem + last] : []
  if (!isVowel(before, alphabet)) return last === 'з' ? [stem, `${stem}д`] : [stem, ...doubled]
  const hard = hardened(stem, alphabet)
  const spellings = [stem, hard, ...doubled]
  if (last === 'л') spellings.push(`${stem}ь`)
  if (last === 'з') spellings.push(`${stem}д`)
  if (!mayHaveLostVowel(hard, alphabet)) return spellings
  return [...spellings, ...alphabet.unsteady.map((vowel) => hard.slice(0, -1) + vowel + hard.slice(-1))]
}

/** Between the last two consonants; у counts as one, as in дауыс, даусы. */
function mayHaveLostVowel(stem: string, alphabet: Alphabet): boolean {
  const before = stem.charAt(stem.length - 2)
  return !isVowel(stem.charAt(stem.length - 1), alphabet) && (before === 'у' || !isVowel(before, alphabet))
}

/**
 * What a verb may be that has this stem: before у and и, оқ is оқы and қо is қой; before a vowel жаб is жап, and тау is тап; before a
 * consonant қорық is қорқ.
 */
function spellingsOfVerb({ stem, before }: Reading, alphabet: Alphabet): string[] {
  if (!isVowel(before, alphabet)) return [stem, withoutUnsteady(stem, alphabet)]
  const spellings = [stem, hardened(stem, alphabet)]
  if (stem.endsWith('у')) spellings.push(`${stem.slice(0, -1)}п`)
  if (!SWALLOWING.includes(before)) return spellings
  return [...spellings, stem + alphabet.spell('й'), ...alphabet.unsteady.map((vowel) => stem + vowel)]
}

/** қорық as қорқ. */
function withoutUnsteady(stem: string, alphabet: Alphabet): string {
  return alphabet.unsteady.includes(stem.charAt(stem.length - 2)) ? stem.slice(0, -2) + stem.slice(-1) : stem
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

function singled(stem: string): string {
  const last = stem.charAt(stem.length - 1)
  return DOUBLED_IN_LOANS.includes(last) && stem.endsWith(last + last) ? stem.slice(0, -1) : stem
}

/** Brings the spellings of an unknown stem together: no doubled consonant at its end, no т of -ист (журналисі), no unsteady vowel at its end or before its last consonant, and hardened. */
function keyOf(stem: string, alphabet: Alphabet): string {
  if (stem.length > 4 && /(?:ль|ист)$/.test(stem)) return stem.slice(0, -1)
  const endsUnsteady = alphabet.unsteady.includes(stem.charAt(stem.length - 1))
  const key = singled(hardened(stem.length >= 4 && endsUnsteady ? stem.slice(0, -1) : stem, alphabet))
  const length = key.length
  const steady =
    length < 4 ||
    !'нқкпзрл'.includes(key.charAt(length - 1)) ||
    !alphabet.unsteady.includes(key.charAt(length - 2)) ||
    isVowel(key.charAt(length - 3), alphabet)
  return steady ? key : key.slice(0, -2) + key.slice(-1)
}
