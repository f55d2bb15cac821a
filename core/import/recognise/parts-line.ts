import { readLabelledLine } from './labelled-line.ts'
import { dateOfLine, findPrintedDates, type PrintedDate } from './printed-date.ts'

/** A line of short parts such as "Outlet | 31 October 2025 | By A. Bek". */
export interface PartsLine {
  readonly date: PrintedDate
  /** The outlet that the line names, or empty. */
  readonly outlet: string
  /** The author that the line names, or empty. */
  readonly author: string
}

const OUTLET_WORD =
  /(?:\.(?:kz|com|ru|org|net|info|uk|asia)$)|(?<!\p{L})(?:газета|газеті|агентство|агенттігі|informburo|kazinform|казинформ|қазақпарат|tengrinews|zakon|times|news|gazette|herald|courier|tribune|вести|вестник|известия|правда|ақпарат|radio|радио|телеканал|tv|тв)(?!\p{L})/iu
const VENUE =
  /(?<!\p{L})(?:hall|room|auditorium|building|campus|street|gym|stadium|theatre|зал\p{L}{0,3}|аудитория|ауд\.|корпус|кабинет|каб\.|ул\.|улица|площадь|стадион|театр|музей|ғимарат\p{L}{0,4}|аудиториясы|бөлме|көшесі|алаңы|стадионы|театры|залы|залында)(?!\p{L})/iu
const BETWEEN_PARTS = /\s*[|•·;/]\s*|[.,]\s+|\s+[–—-]\s+|\s+(?=[Bb]y\s+\p{Lu}|[Аа]втор:?\s+\p{Lu})/u
/** Private-use signs hold the places of dates, whose own commas part nothing. */
const DATE_MARK = /[\ue100-\ue11f]/
const MOST_DATES = 4

/** True for a name that a newspaper, an agency or a site may have. */
export function namesOutlet(text: string): boolean {
  return OUTLET_WORD.test(text)
}

/** A line that says when the text was changed, which is not when it was published. */
export function tellsChange(line: string): boolean {
  return /(?<!\p{L})(?:updated|modified|edited|обновлено|обновлён|изменено|отредактировано|жаңартылды|жаңартылған|өзгертілді)(?!\p{L})/iu.test(
    line,
  )
}

/** A line with a place where people meet ("25.04.2025, 10:00, main hall") tells when something takes place. */
export function namesVenue(line: string): boolean {
  return VENUE.test(line)
}

/** Reads such a line, or null for every other one. */
export function readPartsLine(line: string, reference: string | null): PartsLine | null {
  if (line.length > 120) return null
  const dates = findPrintedDates(line, reference)
  if (dates.length === 0 || dates.length > MOST_DATES) return null
  const masked = dates.reduceRight(
    (text, { from, to }, place) => text.slice(0, from) + String.fromCharCode(0xe100 + place) + text.slice(to),
    line,
  )
  const parts = masked.split(BETWEEN_PARTS).filter((part) => part !== '')
  if (parts.length < 2 || parts.some((part) => part.split(/\s+/).length > 4)) return null
  const dated = parts.flatMap((part) => {
    const mark = DATE_MARK.exec(part)?.[0]
    const found = mark === undefined ? undefined : dates[mark.charCodeAt(0) - 0xe100]
    if (found === undefined) return []
    const whole = part.replace(DATE_MARK, line.slice(found.from, found.to))
    return dateOfLine(whole, reference) === null ? [] : [{ part, found, changed: tellsChange(part) }]
  })
  const chosen = dated.find(({ changed }) => !changed) ?? dated[0]
  if (chosen === undefined) return null
  const byline = parts.map(readLabelledLine).find((labelled) => labelled?.field === 'authors')
  return {
    date: chosen.found,
    outlet: parts.find((part) => !DATE_MARK.test(part) && namesOutlet(part)) ?? '',
    author: byline?.value ?? '',
  }
}
