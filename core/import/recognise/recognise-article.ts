import type { ArticleFields } from '../../model/article.ts'
import type { PartialDay } from '../../model/calendar-day.ts'
import type { FieldOrigin, FoundField } from '../../model/import-evidence.ts'
import { NO_TAGS } from '../../model/tag.ts'
import type { ReadPiece, StatedFields } from '../read-result.ts'
import { escapeMarkdown } from '../text/escape-markdown.ts'
import { markdownBlocks } from '../text/markdown-blocks.ts'
import { plainBlocks } from '../text/plain-blocks.ts'
import type { TextBlock } from '../text/text-block.ts'
import { datelineOf } from './dateline.ts'
import { joinDetails } from './details.ts'
import { guessLanguage, languagesOf } from './language.ts'
import { findPrintedDates, type PrintedDate } from './printed-date.ts'
import { readStatedDay } from './stated-day.ts'
import { readableHeadline, shareOfCapitals } from './readable-headline.ts'
import { partMessageStamp } from './stamped-line.ts'
import { readTextHead, type TextHead } from './text-head.ts'
import { isArticleLanguage } from './stated-language.ts'

/** Where the value of a field was taken from. */
export type FieldEvidence = Exclude<FieldOrigin, 'rule'>

/** An article ready to be written, with what is uncertain about it. */
export interface RecognisedArticle {
  readonly fields: ArticleFields
  /** The headline as printed, where `fields.title` is a readable form of it; else empty. */
  readonly headline: string
  /** Fields that are missing or need a look. */
  readonly doubts: readonly string[]
  /** Source of each recognised field. */
  readonly evidence: Readonly<Partial<Record<FoundField, FieldEvidence>>>
  /** True where the date may be read with its day and month exchanged. */
  readonly isDayOrderOpen?: boolean
  /** True where the source itself says what kind of article it is. */
  readonly isKindStated?: boolean
}

export interface RecogniseOptions {
  /** Today on the user's calendar, `yyyy-MM-dd`. */
  readonly today: string
  readonly kind: ArticleFields['kind']
  /** Outlet that the user named for the whole run, or empty. */
  readonly outlet: string
  /** Name of the file, for a title where the source has no words. */
  readonly sourceName?: string
}

interface FoundDay {
  readonly day: PartialDay | null
  readonly evidence: FieldEvidence | null
  readonly doubtful: boolean
  readonly ambiguous: boolean
}

const TRUSTED_EVIDENCE: ReadonlySet<string> = new Set(['label', 'line', 'stated', 'dateline'])
/** The first whole day that the text names and that can be its own: not after today. */
function dayInBody(body: readonly TextBlock[], today: string): PrintedDate | null {
  const text = body
    .slice(0, 6)
    .map(({ plain }) => plain)
    .join('\n')
    .slice(0, 4_000)
  const usable = findPrintedDates(text, today).filter(({ day, certainty }) => certainty !== 'relative' && day <= today)
  return (
    usable.find(({ day, certainty }) => day.length === 10 && certainty === 'stated') ??
    usable.find(({ day }) => day.length === 10) ??
    null
  )
}

/** Contacts and a second headline may stand above the paragraph that a dateline opens. */
const MOST_ABOVE_TEXT = 8
const LEAST_PARAGRAPH = 120

function firstDateline(body: readonly TextBlock[], today: string): PrintedDate | null {
  const above = body.slice(0, MOST_ABOVE_TEXT).findIndex(({ plain }) => plain.length >= LEAST_PARAGRAPH)
  const opening = body.slice(0, above < 0 ? 1 : above + 1)
  return opening.map(({ plain }) => datelineOf(plain, today)).find((date) => date !== null) ?? null
}

function findDay(stated: StatedFields, head: TextHead, today: string): FoundDay {
  const meta = stated.published === undefined ? null : readStatedDay(stated.published, today)
  const candidates: readonly (readonly [FieldEvidence, () => PrintedDate | null])[] = [
    ['stated', () => meta],
    [head.date?.evidence ?? 'line', () => head.date],
    ['dateline', () => firstDateline(head.body, today)],
    ['body', () => dayInBody(head.body, today)],
  ]
  let evidence: FieldEvidence | null = null
  let date: PrintedDate | null = null
  for (const [source, find] of candidates) {
    date = find()
    evidence = source
    if (date !== null) break
  }
  if (date === null || evidence === null) return { day: null, evidence: null, doubtful: true, ambiguous: false }
  const printed = head.date?.evidence === 'label' || head.date?.evidence === 'line' ? head.date : null
  const disagrees =
    meta !== null && printed !== null && !meta.day.startsWith(printed.day) && !printed.day.startsWith(meta.day)
  const doubtful =
    date.certainty !== 'stated' || date.day.slice(0, 10) > today || disagrees || !TRUSTED_EVIDENCE.has(evidence)
  return { day: date.day, evidence, doubtful, ambiguous: date.certainty === 'ambiguous' }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}

function findTitle(stated: StatedFields, head: TextHead, bodyText: string): { title: string; headline: string } {
  const printed = (stated.title ?? '').trim() || head.title
  const capitals = shareOfCapitals(printed) > 0.8 && printed.replace(/[^\p{L}]/gu, '').length >= 12
  const title = capitals ? readableHeadline(printed, bodyText) : printed
  return { title: title.slice(0, 2_000), headline: title === printed ? '' : printed }
}

function titleOfFile(name: string): string {
  const bare = (name.split(/[/›]/).at(-1) ?? '')
    .trim()
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return bare === '' ? 'Untitled' : bare
}

function sameWords(one: string, other: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(one) === bare(other)
}

/** The blocks of the text; where the source states the title, a first line that repeats it is dropped. */
function readBody(piece: ReadPiece, today: string): TextHead {
  const blocks =
    piece.body.kind === 'plain'
      ? plainBlocks(joinDetails(partMessageStamp(piece.body.text)))
      : markdownBlocks(piece.body.text)
  const { title } = piece.stated
  if (title === undefined || title.trim() === '') return readTextHead(blocks, today)
  const own: TextBlock = { plain: title, markdown: title, level: 1 }
  const place = blocks.slice(0, 6).findIndex(({ plain }) => sameWords(plain, title))
  const others = place < 0 ? blocks : blocks.toSpliced(place, 1)
  return readTextHead([own, ...others], today)
}

/** Turns what a reader found into the fields of an article. Nothing is invented: what no source states stays empty. */
export function recogniseArticle(piece: ReadPiece, options: RecogniseOptions): RecognisedArticle {
  const { stated } = piece
  const head = readBody(piece, options.today)
  const paragraphs = head.body.map(({ plain }) => plain)
  const bodyText = paragraphs.join('\n')
  const { title, headline } = findTitle(stated, head, bodyText)
  const day = findDay(stated, head, options.today)
  const guessed = guessLanguage(`${title}\n${bodyText}`)
  const statedLanguage = isArticleLanguage(stated.language) ? stated.language : null
  const mixed = languagesOf(paragraphs).length > 1
  const url = (stated.url ?? head.url).trim()
  const statedOutlet = options.outlet || (stated.outlet ?? '').trim() || head.outlet
  const outlet = statedOutlet || hostOf(url)
  const authors = (stated.authors ?? head.authors).slice(0, 100)
  const doubts = new Set(piece.doubts)
  const isTitleOpen = head.titleEvidence === 'sentence' || head.isTitleOpen
  if (title === '' || (stated.title === undefined && isTitleOpen)) doubts.add('title')
  if (day.doubtful) doubts.add('published')
  if (statedLanguage === null && (guessed.doubtful || mixed)) doubts.add('language')
  if (statedOutlet === '') doubts.add('outlet')
  if (url === '') doubts.add('url')
  const body = head.body.map(({ markdown }) => markdown).join('\n\n')
  return {
    fields: {
      title: title || titleOfFile(options.sourceName ?? ''),
      subtitle: stated.subtitle ?? '',
      published: day.day,
      outlet: outlet.slice(0, 1_000),
      authors,
      kind: stated.kind ?? options.kind,
      language: statedLanguage ?? guessed.language,
      url: url.slice(0, 8_000),
      tags: stated.tags ?? NO_TAGS,
      summary: stated.summary ?? '',
      notes: stated.notes ?? '',
      story: '',
      body: body === '' ? escapeMarkdown(title || titleOfFile(options.sourceName ?? '')) : body,
    },
    headline,
    doubts: [...doubts].sort(),
    evidence: {
      ...(title === '' ? {} : { title: stated.title === undefined ? (head.titleEvidence ?? 'sentence') : 'stated' }),
      ...(day.evidence === null ? {} : { published: day.evidence }),
      language: statedLanguage === null ? 'letters' : 'stated',
      ...(outlet === ''
        ? {}
        : { outlet: options.outlet ? 'chosen' : statedOutlet === '' ? 'address' : stated.outlet ? 'stated' : 'label' }),
      ...(url === '' ? {} : { url: stated.url ? 'stated' : 'label' }),
      ...(authors.length === 0 ? {} : { authors: stated.authors === undefined ? 'label' : 'stated' }),
    },
    ...(day.ambiguous ? { isDayOrderOpen: true } : {}),
    ...(stated.kind === undefined ? {} : { isKindStated: true }),
  }
}
