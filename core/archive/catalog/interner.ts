/** Numbers texts in order of arrival, so that columns can hold numbers. */
export interface Interner<Text extends string> {
  readonly texts: readonly Text[]
  /** The text's number; new texts get the next one. */
  number(text: Text): number
  /** The text's number, or undefined where it was never seen. */
  find(text: Text): number | undefined
}

/** Makes an interner that already knows some texts. */
export function createInterner<Text extends string>(known: readonly Text[]): Interner<Text> {
  const texts = [...known]
  const numbers = new Map(texts.map((text, place) => [text, place]))
  return {
    texts,
    number(text) {
      const found = numbers.get(text)
      if (found !== undefined) return found
      numbers.set(text, texts.length)
      return texts.push(text) - 1
    },
    find: (text) => numbers.get(text),
  }
}
