declare module 'word-extractor' {
  /** The text of an old Word document. */
  interface ExtractedDocument {
    getBody(options?: { readonly filterUnicode?: boolean }): string
    getFootnotes(options?: { readonly filterUnicode?: boolean }): string
    getEndnotes(options?: { readonly filterUnicode?: boolean }): string
    getTextboxes(options?: { readonly filterUnicode?: boolean; readonly includeHeadersAndFooters?: boolean }): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<ExtractedDocument>
  }
}
