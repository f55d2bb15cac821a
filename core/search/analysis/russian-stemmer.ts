import lunr from 'lunr'
import registerStemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import registerRussian from 'lunr-languages/lunr.ru.js'
import { russianException, withoutInsertedVowel } from './russian-exceptions.ts'
import { nominativeOfLikelyNoun, stemListedNoun } from './russian-nouns.ts'
import { repairRussianStem, repairRussianWord } from './russian-repairs.ts'
import { stemIrregularVerb } from './russian-verbs.ts'

registerStemmerSupport(lunr)
registerRussian(lunr)

const snowball = russianStep(lunr)

/** The Russian stem of a normalised word: Snowball's, except where words change their stem or Snowball is known to fail. */
export function stemRussian(word: string): string {
  const steady = withoutInsertedVowel(word)
  return russianException(steady) ?? stemListedNoun(steady) ?? stemIrregularVerb(steady) ?? stemByRules(steady)
}

function stemByRules(word: string): string {
  const prepared = nominativeOfLikelyNoun(repairRussianWord(word))
  return repairRussianStem(snowball(new lunr.Token(prepared, {})).toString())
}

/** The stemmer that lunr-languages hangs on lunr. */
function russianStep(instance: object): (token: lunr.Token) => lunr.Token {
  // lunr's own types do not know what its plugins add.
  const step = (instance as { readonly ru?: { readonly stemmer?: (token: lunr.Token) => lunr.Token } }).ru?.stemmer
  if (step === undefined) throw new Error('lunr-languages did not register its Russian stemmer')
  return step
}
