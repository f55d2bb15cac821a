/** Makes a value when it is first asked for: most starts of the program need only a few of the tables of words. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
