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
import { readLogo, readOfficeTemplates } from './office-files.ts'
import { typeset, type TemplateName } from './typeset.ts'

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
    const made = await typeset(box, {
      template,
      officeTemplates,
      data: { ...frame, ...content.data },
      images: logo === null ? images.images : [...images.images, logo],
      standard,
      insideLink: translate('printed.insideLink'),
      fileName,
      articles,
      signal: task.signal,
    })
    task.onProgress?.(articles, articles, title)
    return made
  }
}
