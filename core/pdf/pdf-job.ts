import type { PdfStandard } from '../model/pdf-options.ts'

/** Name of the file that a compilation begins with, inside the job's folder. */
export const MAIN_FILE = 'main.typ'
/** Data of the document, as JSON. */
export const DATA_FILE = 'data.json'
/** Names of images that cannot be decoded, as a JSON list; written by the child before it sets the pages. */
export const BROKEN_IMAGES_FILE = 'broken-images.json'
/** Folder of the images inside the job's folder. */
export const IMAGE_FOLDER = 'images'

/** What the child process is asked to do. */
export interface PdfJob {
  /** Absolute path of a private folder that holds this document's files and nothing else. */
  readonly folder: string
  /** Absolute path of the PDF to write. */
  readonly output: string
  readonly standard: PdfStandard
  readonly fontPaths: readonly string[]
  /** True for templates that came with the archive: they are run by the engine that can reach neither disk nor network. */
  readonly untrusted: boolean
  /** What a screen reader says of a link to another place of the document. */
  readonly insideLink: string
}

/** A place in a template where Typst found fault. */
export interface TemplateFault {
  readonly file: string
  /** Line from 1, or 0 where it is not known. */
  readonly line: number
  readonly message: string
}

/** Told by the child once the pages are set and before they are written. */
export interface PagesSet {
  readonly kind: 'pages-set'
  readonly pages: number
}

/** The child's one answer. */
export type PdfReply =
  | { readonly kind: 'done'; readonly pages: number; readonly bytes: number; readonly brokenImages: readonly string[] }
  | { readonly kind: 'refused'; readonly faults: readonly TemplateFault[] }
  | { readonly kind: 'damaged-program'; readonly message: string; readonly file: string }
  | { readonly kind: 'no-engine'; readonly message: string }
  | { readonly kind: 'foreign-font'; readonly fonts: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }
