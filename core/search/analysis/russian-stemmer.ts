import lunr from 'lunr'
import registerStemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import registerRussian from 'lunr-languages/lunr.ru.js'
import { russianException } from './russian-exceptions.ts'

registerStemmerSupport(lunr)
registerRussian(lunr)

const snowball = russianStep(lunr)

/** The Russian (Snowball) stem of a normalised word, with the exceptions and repairs of `russian-exceptions.ts`. */
export function stemRussian(word: string): string {
  return russianException(word) ?? snowball(new lunr.Token(word, {})).toString()
}

/** The stemmer that lunr-languages hangs on lunr. */
function russianStep(instance: object): (token: lunr.Token) => lunr.Token {
  // lunr's own types do not know what its plugins add.
  const step = (instance as { readonly ru?: { readonly stemmer?: (token: lunr.Token) => lunr.Token } }).ru?.stemmer
  if (step === undefined) throw new Error('lunr-languages did not register its Russian stemmer')
  return step
}
