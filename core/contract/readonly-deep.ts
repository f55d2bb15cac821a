/** The same data, for one who only reads it: validation copies, so callers may pass their readonly data. */
export type ReadonlyDeep<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
