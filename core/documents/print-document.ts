import { AppError, isAppError } from '../contract/app-error.ts'
import type { DocumentMade } from '../contract/results.ts'
import type { Language } from '../model/language.ts'
import type { PaperSize, PdfStandard } from '../model/pdf-options.ts'
import type { TextFitter } from '../pdf/printable-text.ts'
import { createTranslator } from '../translate/create-translator.ts'
import type { SheetTools } from './article-sheet.ts'
import type { DocumentBox } from './document-box.ts'
import { documentFrame } from './document-frame.ts'
import type { DocumentSources, DocumentTask } from './document-tools.ts'
import { createImageBox } from './image-box.ts'
import { LOGO_IMAGE, readLogo, readOfficeTemplates } from './office-files.ts'
import type { SizedArticle } from './sized-article.ts'
import { typeset, type TemplateName, type Typeset, type TypesetRequest } from './typeset.ts'

/** How a PDF is printed, whatever its kind. */
export interface Printing {
  readonly language: Language
  readonly standard: PdfStandard
  readonly paper: PaperSize
  /** Name of a template of the archive's own, or empty. */
  readonly template: string
}

/** What a kind of document gives to be printed. */
export interface DocumentContent {
  readonly template: TemplateName
  readonly title: string
  readonly fileName: string
  readonly articles: number
  readonly data: object
  /** The article with the longest text, to be named where the document grows too large. */
  readonly largest?: SizedArticle | undefined
}

/** Prints what `gather` lays out. */
export type Print = (
  printing: Printing,
  task: DocumentTask,
  gather: (tools: SheetTools) => Promise<DocumentContent>,
) => Promise<DocumentMade>

/** Joins the steps that all PDFs share: words, fonts, images, frame, pages. */
export function createPrinter(box: DocumentBox, sources: DocumentSources, newFitter: () => Promise<TextFitter>): Print {
  return async (printing, task, gather) => {
    const folder = sources.templateFolder()
    const officeTemplates = printing.template === '' ? [] : await readOfficeTemplates(folder, printing.template)
    const translate = createTranslator(printing.language)
    const fitter = await newFitter()
    const images = createImageBox(sources.readAttachment)
    const content = await gather({ translate, fitter, images, tagOf: sources.tagOf })
    const logo = await readLogo(folder)
    const { officeName } = await sources.settings()
    const { language, paper, standard } = printing
    const { title, articles, fileName, template } = content
    const frame = documentFrame({
      language,
      paper,
      title,
      // Without a name of the office the archive's own heads the page.
      officeName: officeName || sources.archiveName(),
      logo: logo?.fileName ?? '',
      now: sources.now(),
      translate,
      fitter,
    })
    // How long the pages take is not known before they are set.
    task.onProgress?.(0, 0, '')
    const { made, brokenImages } = await typesetNaming(content.largest, box, {
      template,
      officeTemplates,
      data: { ...frame, ...content.data },
      images: logo === null ? images.images : [...images.images, logo],
      standard,
      insideLink: translate('printed.insideLink'),
      fileName,
      articles,
      signal: task.signal,
      onPages: (pages) => task.onProgress?.(pages, pages, title),
    })
    if (logo && brokenImages.includes(LOGO_IMAGE)) {
      await box.discard(made.document)
      throw new AppError('unreadable-source', `The logo ${logo.source} in the folder templates cannot be read.`, {
        path: `templates/${logo.source}`,
      })
    }
    return made
  }
}

/** Sets the pages. A document that needs too much time or memory is told with the article that has most of the text. */
async function typesetNaming(
  largest: SizedArticle | undefined,
  box: DocumentBox,
  request: TypesetRequest,
): Promise<Typeset> {
  try {
    return await typeset(box, request)
  } catch (error) {
    if (!isAppError(error, 'pdf-failed') || error.details['limit'] === undefined || largest === undefined) throw error
    const { id, title } = largest
    throw new AppError(
      'pdf-failed',
      `${error.message} Its longest article is “${title}” (${id}).`,
      { ...error.details, article: id, title },
      { cause: error },
    )
  }
}
