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
}
const FOLDABLE = /[қғңөұүәһыій]/g

/** Replaces the Kazakh letters of a lower-case word by the Russian ones people type instead, and ы, і and й all by и. */
export function foldLetters(word: string): string {
  return word.replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
}
