import type { TextBlock } from '../text/text-block.ts'
import { readLabelledLine, splitAuthors, type LabelledField } from './labelled-line.ts'
import { readMailHead } from './mail-head.ts'
import { namesOutlet, readPartsLine, tellsChange, type PartsLine } from './parts-line.ts'
import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'
import { shareOfCapitals } from './readable-headline.ts'

/** Where a date or a title of a text was found, most reliable first. */
export type HeadEvidence = 'label' | 'line' | 'footer' | 'dateline' | 'body' | 'sentence'

/** What the beginning and the end of a text say about it, and the text without those lines. */
export interface TextHead {
  readonly title: string
  readonly titleEvidence: 'label' | 'line' | 'sentence' | null
  readonly date: (PrintedDate & { readonly evidence: HeadEvidence }) | null
  readonly outlet: string
  readonly authors: readonly string[]
  readonly url: string
  readonly body: readonly TextBlock[]
}

interface Draft {
  title: string
  titleEvidence: TextHead['titleEvidence']
  date: TextHead['date']
  outlet: string
  authors: readonly string[]
  url: string
}

const HEAD_BLOCKS = 12
const FOOT_BLOCKS = 4
const LONGEST_TITLE = 220
function isInCapitals(line: string): boolean {
  return shareOfCapitals(line) > 0.8
}

function endsLikeSentence(line: string): boolean {
  return /[.;:,]["”»)]?$/.test(line) && !/\b(?:г|ж|т\.б|etc|inc|ltd|co)\.$/i.test(line)
}

/** A headline without the pictographs that messengers set before and after it. */
function withoutSigns(title: string): string {
  const sign = '(?:\\p{Extended_Pictographic}|[\\ufe0f\\u200d\\u20e3\\u{1f1e6}-\\u{1f1ff}\\s])'
  const bare = title.replace(new RegExp(`^${sign}+|${sign}+$`, 'gu'), '')
  return /\p{L}/u.test(bare) ? bare : title
}

/** True for a line that can stand as a headline. */
function looksLikeTitle(block: TextBlock): boolean {
  const { plain } = block
  if (plain.length > LONGEST_TITLE * 1.5 || !/\p{L}{2}/u.test(plain)) return false
  if (block.level === 1 || block.level === 2 || isInCapitals(plain)) return true
  return plain.length <= LONGEST_TITLE && !endsLikeSentence(plain) && !block.markdown.startsWith('- ')
}

function setField(draft: Draft, field: LabelledField, value: string, reference: string | null): boolean {
  switch (field) {
    case 'kicker':
      return false
    case 'title':
      if (draft.titleEvidence === 'label') return false
      draft.title = value
      draft.titleEvidence = 'label'
      return true
    case 'published': {
      const date = dateOfLine(value, reference)
      if (date === null || draft.date?.evidence === 'label') return false
      draft.date = { ...date, evidence: 'label' }
      return true
    }
    case 'outlet':
      if (draft.outlet !== '' || value.length > 120) return false
      if (/^https?:\/\//i.test(value)) return setField(draft, 'url', value, reference)
      draft.outlet = value
      return true
    case 'authors':
      if (draft.authors.length > 0) return false
      draft.authors = splitAuthors(value)
      return true
    case 'url':
      if (draft.url !== '' || !/^https?:\/\/\S+$/i.test(value)) return false
      draft.url = value
      return true
  }
}

/** When a text was changed is a hint at best: it says that the text is not younger. */
function evidenceOf(line: string, evidence: 'line' | 'footer'): HeadEvidence {
  return tellsChange(line) && !/(?<!\p{L})(?:published|posted|опубликовано|размещено|жариялан)/iu.test(line)
    ? 'body'
    : evidence
}

function takeParts(draft: Draft, parts: PartsLine, line: string, evidence: 'line' | 'footer'): true {
  draft.date = { ...parts.date, evidence: evidenceOf(line, evidence) }
  if (draft.outlet === '') draft.outlet = parts.outlet
  if (draft.authors.length === 0 && parts.author !== '') draft.authors = splitAuthors(parts.author)
  return true
}

/** True while no day of publication was found. */
function isOpen({ date }: Draft): boolean {
  return date === null || date.evidence === 'body'
}

function takeMetaLine(draft: Draft, line: string, reference: string | null, evidence: 'line' | 'footer'): boolean {
  const open = isOpen(draft)
  const parts = open && evidence === 'line' ? readPartsLine(line, reference) : null
  // Parts that say more than the date come first: a line that is a date would swallow them.
  if (parts !== null && (parts.outlet !== '' || parts.author !== '')) return takeParts(draft, parts, line, evidence)
  if (open) {
    const date = dateOfLine(line, reference)
    if (date !== null) {
      draft.date = { ...date, evidence: evidenceOf(line, evidence) }
      return true
    }
  }
  const labelled = readLabelledLine(line)
  if (labelled !== null) return setField(draft, labelled.field, labelled.value, reference)
  return parts !== null && takeParts(draft, parts, line, evidence)
}

/** Capitals over several lines are one headline. */
function capitalsFrom(blocks: readonly TextBlock[], start: number): readonly TextBlock[] {
  const lines: TextBlock[] = []
  for (const block of blocks.slice(start, start + 4)) {
    const isNext = lines.length === 0 || (isInCapitals(block.plain) && !/[.!?]$/.test(lines.at(-1)?.plain ?? ''))
    if (!isNext || lines.reduce((sum, { plain }) => sum + plain.length, block.plain.length) > 400) break
    lines.push(block)
  }
  return lines
}

function isMasthead(block: TextBlock, next: TextBlock | undefined): boolean {
  return (
    block.plain.split(' ').length <= 3 &&
    namesOutlet(block.plain) &&
    next !== undefined &&
    next.plain.length > block.plain.length
  )
}

/** Place of the one heading of the first level near the beginning: lines before it are no headline; 0 where there is none. */
function mainHeading(blocks: readonly TextBlock[]): number {
  const places = blocks.slice(0, HEAD_BLOCKS).flatMap(({ level }, place) => (level === 1 ? [place] : []))
  return places.length === 1 ? (places[0] ?? 0) : 0
}

/** Takes what the head of a forwarded mail says; returns the number of its lines. */
function takeMailHead(draft: Draft, blocks: readonly TextBlock[], reference: string | null): number {
  const mail = readMailHead(blocks)
  if (mail === null) return 0
  draft.title = mail.subject
  draft.titleEvidence = 'label'
  const date = dateOfLine(mail.sent, reference) ?? findPrintedDates(mail.sent, reference)[0]
  if (date !== undefined) draft.date = { ...date, evidence: 'label' }
  return mail.length
}

/** Reads the lines before the text proper; returns the places of the blocks that were taken out of it. */
function readHead(draft: Draft, blocks: readonly TextBlock[], reference: string | null): ReadonlySet<number> {
  const taken = new Set<number>()
  const heading = mainHeading(blocks)
  let passed = 0
  const start = takeMailHead(draft, blocks, reference)
  for (let place = 0; place < start; place += 1) taken.add(place)
  for (let place = start; place < Math.min(HEAD_BLOCKS, blocks.length) && passed < 2; place += 1) {
    const block = blocks[place]
    if (block === undefined || taken.has(place)) continue
    if (takeMetaLine(draft, block.plain, reference, 'line')) {
      taken.add(place)
    } else if (draft.titleEvidence === null && isMasthead(block, blocks[place + 1])) {
      draft.outlet ||= block.plain
      taken.add(place)
    } else if (readLabelledLine(block.plain)?.field === 'kicker' || place < heading) {
      continue
    } else if (draft.titleEvidence === null && passed === 0 && looksLikeTitle(block)) {
      const lines = isInCapitals(block.plain) ? capitalsFrom(blocks, place) : [block]
      lines.forEach((_, step) => taken.add(place + step))
      draft.title = withoutSigns(lines.map(({ plain }) => plain).join(' '))
      draft.titleEvidence = 'line'
    } else {
      passed += 1
    }
  }
  return taken
}

const LONGEST_SIGNATURE = 12

/** The day after or before the name of an office, as a last line: "Press office, 31 October 2025". */
function signedDate(line: string, reference: string | null): TextHead['date'] {
  const [date, ...more] = findPrintedDates(line, reference)
  if (date === undefined || more.length > 0 || date.certainty === 'relative') return null
  const [before, after] = [line.slice(0, date.from), line.slice(date.to)].map((part) => part.trim())
  const isBeside = !/\p{L}/u.test(before ?? '') || !/\p{L}/u.test(after ?? '')
  const isShort = line.split(/\s+/).length <= LONGEST_SIGNATURE && !/[.!?…]\s+\p{L}/u.test(before ?? '')
  const isSentence = /[.!?…]["”»)]?$/.test(line) && !/(?:г|ж)\.$/iu.test(line)
  return isBeside && isShort && !isSentence ? { ...date, evidence: 'footer' } : null
}

function readFoot(
  draft: Draft,
  blocks: readonly TextBlock[],
  taken: ReadonlySet<number>,
  reference: string | null,
): ReadonlySet<number> {
  const removed = new Set(taken)
  for (let place = blocks.length - 1; place >= Math.max(1, blocks.length - FOOT_BLOCKS); place -= 1) {
    const block = blocks[place]
    if (block === undefined || removed.has(place) || block.plain.length > 300) continue
    if (takeMetaLine(draft, block.plain, reference, 'footer')) removed.add(place)
    else if (draft.date === null && place === blocks.length - 1) draft.date = signedDate(block.plain, reference)
  }
  return removed
}

/** The beginning of a long text as a stopgap title: its first sentence, cut at a word. */
function titleFromText(plain: string): string {
  const sentence = /^.{10,140}?[.!?…](?=\s|$)/u.exec(plain)?.[0] ?? plain
  if (sentence.length <= 140) return sentence.replace(/[.…]$/, '')
  return `${sentence.slice(0, 120).replace(/\s+\S*$/, '')}…`
}

/**
 * Reads what a text says about itself: whole-line dates, labelled lines and the headline at its beginning, source and
 * address at its end. The office's own form is a date line, a headline in capitals, then paragraphs.
 *
 * @param reference the day `yyyy-MM-dd` for dates without a year, or null
 */
export function readTextHead(blocks: readonly TextBlock[], reference: string | null): TextHead {
  const draft: Draft = { title: '', titleEvidence: null, date: null, outlet: '', authors: [], url: '' }
  const taken = readFoot(draft, blocks, readHead(draft, blocks, reference), reference)
  const rest = blocks.filter((_, place) => !taken.has(place))
  if (draft.titleEvidence === null && rest[0] !== undefined) {
    draft.title = titleFromText(rest[0].plain)
    draft.titleEvidence = 'sentence'
  }
  return { ...draft, body: rest }
}
