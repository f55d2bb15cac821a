const FOLDED: Readonly<Record<string, string>> = {
  қ: 'к',
  ғ: 'г',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  ә: 'а',
  һ: 'х',
  ы: 'и',
  і: 'и',
  й: 'и',
  э: 'е',
  я: 'иа',
  ю: 'иу',
  ь: '',
  ъ: '',
}
const FOLDABLE = /[қғңөұүәһыійэяюьъ]/g

/**
 * Replaces the Kazakh letters of a lower-case word by the Russian ones people type instead, and ы, і and й all by и. So that words in
 * Kazakh Latin meet them, я and ю are written as two letters, э as е, and the signs ь and ъ are left out.
 */
export function foldLetters(word: string): string {
  return word.replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
}
