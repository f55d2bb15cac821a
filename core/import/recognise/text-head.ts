import type { TextBlock } from '../text/text-block.ts'
import { readDatedHeadline } from './dated-headline.ts'
import { detailsOfTable } from './details.ts'
import { isMenuLine, isReleaseKind, LONGEST_MENU, menuLength } from './head-furniture.ts'
import { isOutdoneAsTitle } from './headline-candidates.ts'
import { readLabelledLine, splitAuthors, type LabelledField } from './labelled-line.ts'
import { readMailHead } from './mail-head.ts'
import { namesOutlet, namesVenue, readPartsLine, tellsChange, type PartsLine } from './parts-line.ts'
import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'
import { publishedInLine, readMessageStamp } from './stamped-line.ts'
import { capitalsFrom, isInCapitals, isTable, looksLikeTitle, withoutSigns } from './title-line.ts'

/** Where a date or a title of a text was found, most reliable first. */
export type HeadEvidence = 'label' | 'line' | 'footer' | 'dateline' | 'body' | 'sentence'

/** What the beginning and the end of a text say about it, and the text without those lines. */
export interface TextHead {
  readonly title: string
  readonly titleEvidence: 'label' | 'line' | 'sentence' | null
  /** True where a line above the headline could have been meant. */
  readonly isTitleOpen: boolean
  readonly date: (PrintedDate & { readonly evidence: HeadEvidence }) | null
  readonly outlet: string
  readonly authors: readonly string[]
  readonly url: string
  readonly body: readonly TextBlock[]
}

interface Draft {
  title: string
  titleEvidence: TextHead['titleEvidence']
  isTitleOpen: boolean
  date: TextHead['date']
  outlet: string
  authors: readonly string[]
  url: string
}

const HEAD_BLOCKS = 12
const FOOT_BLOCKS = 4
const MOST_LETTERHEAD = 6
/** The outlet, and the day of its issue where that ends the line: "Source: Ore Altai, 12 March 2025". */
function setOutlet(draft: Draft, value: string, reference: string | null): boolean {
  if (draft.outlet !== '' || value.length > 120) return false
  if (/^https?:\/\//i.test(value)) return setField(draft, 'url', value, reference)
  const [date, ...others] = findPrintedDates(value, reference)
  const isLast = date !== undefined && others.length === 0 && date.from > 2 && !/\p{L}/u.test(value.slice(date.to))
  draft.outlet = isLast ? value.slice(0, date.from).replace(/[\s,;(–—-]+$/u, '') : value
  if (isLast && isOpen(draft)) draft.date = { ...date, evidence: 'line' }
  return true
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
      return setOutlet(draft, value, reference)
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

/** When a text was changed, or something takes place, is a hint at best. */
function evidenceOf(line: string, evidence: 'line' | 'footer'): HeadEvidence {
  if (namesVenue(line)) return 'body'
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
  const stamp = readMessageStamp(line, reference)
  if (stamp !== null && open) {
    draft.date = { ...stamp.date, evidence: 'line' }
    draft.outlet ||= stamp.channel
    return true
  }
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
  if (labelled !== null && setField(draft, labelled.field, labelled.value, reference)) return true
  const isWay = parts !== null && isMenuLine(line)
  if (labelled !== null && labelled.field !== 'published' && !isWay) return false
  if (parts !== null && evidenceOf(line, evidence) === evidence) return takeParts(draft, parts, line, evidence)
  const published = open ? publishedInLine(line, reference) : null
  if (published === null) return parts !== null && takeParts(draft, parts, line, evidence)
  draft.date = { ...published, evidence: evidence === 'line' ? 'label' : evidence }
  return true
}

function takeLine(draft: Draft, { plain }: TextBlock, reference: string | null): boolean {
  return takeMetaLine(draft, plain, reference, 'line')
}

/** Takes the details of a clipping that stand in a table; true where the table holds nothing else. */
function takeTable(draft: Draft, block: TextBlock, reference: string | null): boolean {
  const details = detailsOfTable(block)
  if (details === null) return false
  return (
    details.lines.map((line) => takeMetaLine(draft, line, reference, 'line')).every((taken) => taken) && details.isAll
  )
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

/** Takes what the head of a forwarded mail says; returns the places of its lines. */
function takeMailHead(draft: Draft, blocks: readonly TextBlock[], reference: string | null): readonly number[] {
  const mail = readMailHead(blocks)
  if (mail === null) return []
  draft.title = mail.subject
  draft.titleEvidence = 'label'
  const date = dateOfLine(mail.sent, reference) ?? findPrintedDates(mail.sent, reference)[0]
  if (date !== undefined) draft.date = { ...date, evidence: 'label' }
  return Array.from({ length: mail.length }, (_, step) => mail.start + step)
}

/** The block that follows, lines that are only a day passed over. */
function nextText(blocks: readonly TextBlock[], place: number, reference: string | null): TextBlock | undefined {
  return blocks.slice(place + 1, place + 4).find(({ plain }) => dateOfLine(plain, reference) === null)
}

/** Takes the headline of a block, and the day that shares its line. */
function takeTitle(draft: Draft, lines: readonly TextBlock[], reference: string | null): void {
  const printed = withoutSigns(lines.map(({ plain }) => plain).join(' '))
  const dated = lines.length === 1 ? readDatedHeadline(printed, reference) : null
  draft.title = dated?.title ?? printed
  draft.titleEvidence = 'line'
  if (dated !== null && isOpen(draft)) draft.date = { ...dated.date, evidence: dated.isSure ? 'line' : 'body' }
  // One word above a text is as often a place or a name.
  if (lines[0]?.level === 0 && !draft.title.includes(' ')) draft.isTitleOpen = true
}

/** True for a line that can be the headline and says nothing else. */
function isTitleLine(block: TextBlock, reference: string | null): boolean {
  return looksLikeTitle(block) && readLabelledLine(block.plain) === null && dateOfLine(block.plain, reference) === null
}

/** Place of the line "Press release" where the headline comes below it, so that what is above is the office's letterhead; else 0. */
function letterhead(blocks: readonly TextBlock[], reference: string | null): number {
  const kind = blocks.slice(0, MOST_LETTERHEAD).findIndex(({ plain }) => isReleaseKind(plain))
  if (kind < 1) return 0
  const [below, text] = blocks.slice(kind + 1, kind + 6).filter(({ plain }) => dateOfLine(plain, reference) === null)
  return below !== undefined && text !== undefined && isTitleLine(below, reference) ? kind : 0
}

/** Reads the lines before the text proper; returns the places of the blocks that were taken out of it. */
function readHead(draft: Draft, blocks: readonly TextBlock[], reference: string | null): ReadonlySet<number> {
  const mail = takeMailHead(draft, blocks, reference)
  const taken = new Set(mail)
  const menu = menuLength(blocks.slice(0, LONGEST_MENU).map(({ plain }) => plain))
  const start = Math.max(menu, (mail.at(-1) ?? -1) + 1)
  const heading = Math.max(mainHeading(blocks), letterhead(blocks, reference))
  let passed = 0
  for (let place = start; place < Math.min(start + HEAD_BLOCKS, blocks.length) && passed < 2; place += 1) {
    const block = blocks[place]
    if (block === undefined || taken.has(place)) continue
    const isTaken = isTable(block) ? takeTable : takeLine
    if (isTaken(draft, block, reference)) {
      taken.add(place)
    } else if (draft.titleEvidence === null && isMasthead(block, nextText(blocks, place, reference))) {
      draft.outlet ||= block.plain
      taken.add(place)
    } else if (isTable(block) || readLabelledLine(block.plain)?.field === 'kicker' || place < heading) {
      continue
    } else if (draft.titleEvidence === null && passed === 0 && looksLikeTitle(block)) {
      if (isOutdoneAsTitle(blocks, place, (other) => isTitleLine(other, reference))) {
        draft.isTitleOpen = true
        continue
      }
      const lines = isInCapitals(block.plain) ? capitalsFrom(blocks, place) : [block]
      lines.forEach((_, step) => taken.add(place + step))
      takeTitle(draft, lines, reference)
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
  const draft: Draft = {
    title: '',
    titleEvidence: null,
    isTitleOpen: false,
    date: null,
    outlet: '',
    authors: [],
    url: '',
  }
  const taken = readFoot(draft, blocks, readHead(draft, blocks, reference), reference)
  const rest = blocks.filter((_, place) => !taken.has(place))
  if (draft.titleEvidence === null && rest[0] !== undefined) {
    draft.title = titleFromText(rest[0].plain)
    draft.titleEvidence = 'sentence'
  }
  return { ...draft, body: rest }
}
