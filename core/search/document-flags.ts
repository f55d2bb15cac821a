/** A set of articles of one segment, by their numbers: one flag an article. */
export class DocumentFlags {
  readonly flags: Uint8Array

  constructor(size: number, documents: Iterable<number>) {
    this.flags = new Uint8Array(size)
    for (const document of documents) this.flags[document] = 1
  }

  has(document: number): boolean {
    return this.flags[document] === 1
  }
}
