/**
 * Remembers the results of a pure function of a string, up to `limit` of them. A full memo is emptied rather than trimmed:
 * words follow Zipf's law, so the common ones are back at once.
 */
export function memoise<Value>(compute: (key: string) => Value, limit: number): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const remembered = known.get(key)
    if (remembered !== undefined) return remembered
    const value = compute(key)
    if (known.size >= limit) known.clear()
    known.set(key, value)
    return value
  }
}
