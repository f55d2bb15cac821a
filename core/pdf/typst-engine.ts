import type { PdfStandard } from '../model/pdf-options.ts'
import type { TemplateFault } from './pdf-job.ts'

/** Either pages or the faults that kept them from being set. */
export type Compiled =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] }

/** The one interface of both builds of Typst. Files are named by their path inside the job, without a leading slash. */
export interface TypstEngine {
  /** Whether the PDF carries tags for screen readers. */
  readonly tagged: boolean
  /** Sets one source text for itself and tells whether it can be set. */
  accepts(source: string): boolean
  /** Adds or replaces a file. */
  putFile(path: string, bytes: Uint8Array): void
  /** `onPages` is told the number of pages before they are written, by the engine that knows it then. */
  compile(mainFile: string, standard: PdfStandard, onPages?: (pages: number) => void): Compiled
}
