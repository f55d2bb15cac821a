import type { Language } from '../model/language.ts'
import { formatDay, localDayOf } from '../model/locale.ts'
import type { PaperSize } from '../model/pdf-options.ts'
import type { TextFitter } from '../pdf/printable-text.ts'
import type { Translate } from '../translate/create-translator.ts'

/** What every kind of document has around its content. */
export interface DocumentFrame {
  readonly language: Language
  readonly paper: PaperSize
  /** Time of making in UTC: year, month, day, hour, minute, second. */
  readonly made: readonly number[]
  readonly madeOn: string
  /** Title for the metadata and the head of the pages. */
  readonly title: string
  readonly office: string
  /** Name of the logo's file among the images, or empty. */
  readonly logo: string
  readonly labels: {
    readonly clipping: string
    /** With `{page}` and `{total}` to be filled in on each page. */
    readonly page: string
    readonly source: string
  }
  /** A sentence about characters that could not be drawn, or empty. */
  readonly missingLetters: string
}

export interface FrameOptions {
  readonly language: Language
  readonly paper: PaperSize
  readonly title: string
  readonly officeName: string
  readonly logo: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly translate: Translate
  /** The fitter that all text of the document has gone through before. */
  readonly fitter: TextFitter
}

/** Characters named one by one in a note; a page full of them says no more than their first. */
const MOST_NAMED = 24

/** Makes the frame. To be called after all content was fitted, so that the note names every missing character. */
export function documentFrame({
  language,
  paper,
  title,
  officeName,
  logo,
  now,
  translate,
  fitter,
}: FrameOptions): DocumentFrame {
  const time = new Date(now)
  const office = fitter.fit(officeName)
  const fittedTitle = fitter.fit(title)
  const { missing } = fitter
  const codes = missing.slice(0, MOST_NAMED).join(', ') + (missing.length > MOST_NAMED ? ', …' : '')
  return {
    language,
    paper,
    made: [
      time.getUTCFullYear(),
      time.getUTCMonth() + 1,
      time.getUTCDate(),
      time.getUTCHours(),
      time.getUTCMinutes(),
      time.getUTCSeconds(),
    ],
    madeOn: formatDay(localDayOf(now), language),
    title: fittedTitle,
    office,
    logo,
    labels: {
      clipping: translate('printed.clipping'),
      page: translate('printed.page', { page: '{page}', total: '{total}' }),
      source: translate('printed.source'),
    },
    missingLetters: missing.length === 0 ? '' : translate('printed.lettersMissing', { codes }),
  }
}
