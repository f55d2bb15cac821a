import { describe, expect, it } from 'vitest'
import { isKazakhNominalRoot } from '../../../../../core/search/lunr-kk/known-root.ts'
import { stemKazakh } from '../../../../../core/search/lunr-kk/stem-kazakh.ts'
import { stemsOfOtherVoice } from '../../../../../core/search/lunr-kk/verb-voices.ts'

/** What was done, and how it is told that it was done. */
const VOICES = [
  ['ұйымдастырды', 'ұйымдастырылған'],
  ['таныстырды', 'таныстырылды'],
  ['тапты', 'табылған'],
  ['бөлді', 'бөлінді'],
  ['қабылдады', 'қабылданды'],
  ['көрсетті', 'көрсетілген'],
  ['бастады', 'басталды'],
] as const

describe('the voices of Kazakh verbs', () => {
  it.each(VOICES)('lead from %s to %s and back', (active, passive) => {
    expect(stemsOfOtherVoice(active)).toContain(stemKazakh(passive))
    expect(stemsOfOtherVoice(passive)).toContain(stemKazakh(active))
  })

  it.each(['бас', 'құрал', 'келін', 'жеңіл', 'мектеп', 'орал'])('lead nowhere from the noun %s', (noun) => {
    expect(isKazakhNominalRoot(noun)).toBe(true)
    expect(stemsOfOtherVoice(noun)).toEqual([])
  })

  it('lead from no verb to a noun that is written like another voice of it', () => {
    const verbs = ['басылды', 'қаралды', 'келді', 'жеңді', 'құрады']
    expect(verbs.flatMap((verb) => stemsOfOtherVoice(verb)).filter(isKazakhNominalRoot)).toEqual([])
  })
})
