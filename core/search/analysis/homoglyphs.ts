const LATIN_TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ə: 'ә',
  ɵ: 'ө',
}
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  һ: 'h',
}
const LATIN = /[a-z\u0259\u0275]/
const CYRILLIC = /[\u0400-\u04ff]/

/**
 * Repairs a lower-case word that mixes look-alike letters of two scripts (универcитет with a Latin c, мiнiстр with a Latin i). The
 * script whose letters cannot all be explained as look-alikes of the other one wins; a true mixture stays as it is.
 */
export function unmixScripts(word: string): string {
  if (!LATIN.test(word) || !CYRILLIC.test(word)) return word
  const cyrillic = replaceLetters(word, LATIN_TO_CYRILLIC)
  if (!LATIN.test(cyrillic)) return cyrillic
  const latin = replaceLetters(word, CYRILLIC_TO_LATIN)
  return CYRILLIC.test(latin) ? word : latin
}

function replaceLetters(word: string, table: Readonly<Record<string, string>>): string {
  let result = ''
  for (const letter of word) result += table[letter] ?? letter
  return result
}
