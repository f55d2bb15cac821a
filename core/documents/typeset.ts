import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentMade } from '../contract/results.ts'
import type { PdfStandard } from '../model/pdf-options.ts'
import { fontPaths } from '../pdf/fonts.ts'
import { DATA_FILE, IMAGE_FOLDER, MAIN_FILE } from '../pdf/pdf-job.ts'
import { PDF_TIME_LIMIT_MS, writePdf } from '../pdf/write-pdf.ts'
import { resourcePath } from '../processes/resource-path.ts'
import type { DocumentBox } from './document-box.ts'
import type { BoxedImage } from './image-box.ts'
import type { OfficeTemplate } from './office-files.ts'

/** Names of the built-in templates in `resources/templates`. */
export type TemplateName = 'clipping' | 'press-book' | 'coverage-report' | 'timeline-sheet' | 'digest' | 'tag-sheet'

/** A document ready to be set. */
export interface TypesetRequest {
  readonly template: TemplateName
  /** Templates of the office, the one to use first; empty for the built-in one. */
  readonly officeTemplates?: readonly OfficeTemplate[]
  /** Plain JSON for the template. */
  readonly data: object
  readonly images: readonly BoxedImage[]
  readonly standard: PdfStandard
  readonly insideLink: string
  readonly fileName: string
  readonly articles: number
  readonly signal: AbortSignal | undefined
  /** Told how many pages there are, as soon as they are set and before they are written. */
  readonly onPages: (pages: number) => void
}

/** A finished document, and the images of it that could not be decoded. */
export interface Typeset {
  readonly made: DocumentMade
  readonly brokenImages: readonly string[]
}

const STYLE_FILE = 'style.typ'
/** Ten times what the slower engine takes for an article. */
const TIME_FOR_ARTICLE_MS = 400

/** Lays the document's files into a private folder, has them set by the child process and keeps the PDF in the box. */
export async function typeset(box: DocumentBox, request: TypesetRequest): Promise<Typeset> {
  const { document, path } = await box.reserve()
  const folder = `${path}.job`
  const untrusted = (request.officeTemplates?.length ?? 0) > 0
  try {
    await layOut(folder, request)
    const written = await writePdf(
      {
        folder,
        output: path,
        standard: request.standard,
        fontPaths: fontPaths(),
        untrusted,
        insideLink: request.insideLink,
      },
      {
        onPages: request.onPages,
        // A book may take its time, even on a busy computer: whoever waits sees it and can stop it.
        timeLimitMs: PDF_TIME_LIMIT_MS + request.articles * TIME_FOR_ARTICLE_MS,
        ...(request.signal ? { signal: request.signal } : {}),
      },
    )
    box.keep(document, path, request.fileName)
    const { fileName, articles } = request
    const made = { document, fileName, articles, pages: written.pages, bytes: written.bytes }
    return { made, brokenImages: written.brokenImages }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function layOut(folder: string, { template, officeTemplates = [], data, images }: TypesetRequest): Promise<void> {
  const templates = resourcePath('templates')
  await mkdir(join(folder, IMAGE_FOLDER), { recursive: true, mode: 0o700 })
  await cp(join(templates, STYLE_FILE), join(folder, STYLE_FILE))
  for (const own of officeTemplates) await writeFile(join(folder, own.fileName), own.bytes)
  const [chosen] = officeTemplates
  // An office's template keeps its own name, so that a fault in it is told with a name that the office knows.
  if (chosen) await writeFile(join(folder, MAIN_FILE), `#include ${JSON.stringify(chosen.fileName)}\n`)
  else await cp(join(templates, `${template}.typ`), join(folder, MAIN_FILE))
  await writeFile(join(folder, DATA_FILE), JSON.stringify(data))
  for (const image of images) {
    // A file that has gone meanwhile is one that cannot be shown, and is named as such.
    await writeFile(join(folder, IMAGE_FOLDER, image.fileName), (await image.read()) ?? '')
  }
}
