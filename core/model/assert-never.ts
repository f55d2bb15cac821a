/** Closes a switch over a discriminated union: a new variant without a branch becomes a type error. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`)
}
