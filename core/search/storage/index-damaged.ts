/** Something of the index on disk is not as it was written. The remedy is always the same: leave it out and index anew. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged'
  /** The file that is damaged. */
  readonly file: string

  constructor(file: string, what: string, options?: { readonly cause?: unknown }) {
    super(`${what}: ${file}`, options)
    this.file = file
  }
}
