import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { AppError } from '../../contract/app-error.ts'

/** A larger picture inside a page is left out: it would take more memory than a reader has. In pixels. */
const MOST_IMAGE_PIXELS = 40_000_000

function dataFolder(name: string): string {
  return `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name)}/`
}

function fault(error: unknown): AppError {
  if (error instanceof AppError) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException')
    return new AppError('unreadable-source', 'The PDF is locked with a password.', {}, { cause: error })
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('unreadable-source', `The PDF is damaged: ${reason}`, {}, { cause: error })
}

/**
 * Opens a PDF for some work and closes it again. Scripts in it are never run, nothing is fetched, fonts are its own or
 * those of the program.
 *
 * @throws AppError `unreadable-source` where it is damaged or locked, and what the work throws as AppError
 */
export async function withPdf<Result>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: MOST_IMAGE_PIXELS,
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
  })
  try {
    return await work(await task.promise)
  } catch (error) {
    throw fault(error)
  } finally {
    await task.destroy()
  }
}
