import type { NewTagSuggestion } from '../model/tag-suggestion.ts'
import { findAcronyms } from './find-acronyms.ts'
import { findEnglishNames } from './find-english-names.ts'
import { findKazakhNames } from './find-kazakh-names.ts'
import { findQuotedNames } from './find-quoted-names.ts'
import { findRussianNames } from './find-russian-names.ts'
import { latinNameKey } from './name-key.ts'
import type { FoundName, NameRule } from './new-name.ts'
import type { TextPart } from './text-words.ts'

const ANY_SCRIPT: readonly NameRule[] = [findQuotedNames, findAcronyms]
const CYRILLIC_RULES: readonly NameRule[] = [findRussianNames, findKazakhNames]
const CYRILLIC = /[\u0400-\u04ff]/u
const LATIN = /[A-Za-z]/u
const LEAST_SCORE = 0.6
/** Each further mention counts a little, up to this many. */
const MENTION_GAIN = 0.03
const MOST_MENTIONS = 4
/** Longest text that is looked at, in UTF-16 units: names that matter are met before. */
const LONGEST_TEXT = 60_000

interface Candidate {
  readonly found: FoundName
  readonly part: TextPart
  mentions: number
}

/**
 * Names in a text that may be worth a tag: quoted ones, organisations, acronyms. Best first.
 *
 * @param isKnown whether a name has a tag already or was refused before
 */
export function suggestNewTags(
  parts: readonly TextPart[],
  isKnown: (name: string) => boolean,
  most: number,
): readonly NewTagSuggestion[] {
  const candidates = new Map<string, Candidate>()
  let length = 0
  for (const part of parts) {
    length += part.text.length
    if (part.shouted || length > LONGEST_TEXT) continue
    for (const rule of rulesFor(part.text)) for (const found of rule(part.text)) gather(candidates, found, part)
  }
  const ranked = [...candidates.values()]
    .map((candidate) => ({ ...candidate, score: scoreOf(candidate) }))
    .filter(({ found, score }) => score >= LEAST_SCORE && !isKnown(found.name))
    .sort((one, other) => other.score - one.score)
  return withoutParts(ranked).slice(0, most).map(describe)
}

function rulesFor(text: string): readonly NameRule[] {
  return [
    ...ANY_SCRIPT,
    ...(LATIN.test(text) ? [findEnglishNames] : []),
    ...(CYRILLIC.test(text) ? CYRILLIC_RULES : []),
  ]
}

function gather(candidates: Map<string, Candidate>, found: FoundName, part: TextPart): void {
  const key = latinNameKey(found.name)
  if (key.length < 2) return
  const present = candidates.get(key)
  if (present === undefined) candidates.set(key, { found, part, mentions: 1 })
  else {
    const better = found.score > present.found.score || (isShouted(present.found.name) && !isShouted(found.name))
    candidates.set(key, {
      found: better ? found : present.found,
      part: better ? part : present.part,
      mentions: present.mentions + 1,
    })
  }
}

function isShouted(name: string): boolean {
  return name.includes(' ') && name === name.toUpperCase()
}

function scoreOf({ found, mentions }: Candidate): number {
  return Math.min(1, found.score + MENTION_GAIN * Math.min(mentions - 1, MOST_MENTIONS))
}

/** A name inside a better one is the same name cut short. */
function withoutParts<Ranked extends Candidate>(ranked: readonly Ranked[]): readonly Ranked[] {
  return ranked.filter(
    ({ found }, place) =>
      !ranked.some(
        (other, otherPlace) =>
          otherPlace !== place &&
          other.found.name.length > found.name.length &&
          ` ${other.found.name.toLowerCase()} `.includes(` ${found.name.toLowerCase()} `),
      ),
  )
}

function describe({ found, part, score }: Candidate & { readonly score: number }): NewTagSuggestion {
  return {
    type: 'new',
    name: found.name,
    kind: found.kind,
    score,
    reason: { how: found.how, spelling: '', found: found.found, place: part.place, paragraph: part.paragraph },
  }
}
