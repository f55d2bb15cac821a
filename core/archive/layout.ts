import type { ArticleId } from '../model/article-id.ts'
import type { PartialDay } from '../model/calendar-day.ts'
import { slugOf } from '../model/transliterate.ts'

/** Format of the folder that this program writes. */
export const FORMAT_VERSION = 1

/** Every place in an archive folder, relative to it, segments parted by `/`. */
export const ARCHIVE_FILE = 'archive.json'
export const ARTICLES_FOLDER = 'articles'
export const ATTACHMENTS_FOLDER = 'attachments'
export const HISTORY_FOLDER = '.history'
export const TRASH_FOLDER = '.trash'
export const RECOVERED_FOLDER = '.recovered'

/** Longest part of a file's name that comes from the title. */
const LONGEST_SLUG = 60

/** The first eight characters of an id, which end the names of its file and of its attachment folder. */
export function shortIdOf(id: ArticleId): string {
  return id.slice(0, 8)
}

/**
 * Where a new article is written, for example `articles/2025/2025-10-31-a-space-for-education-01jbg3x6.md`. Only a
 * proposal: the truth about an article is the id in the file, so people may rename and move files.
 */
export function articlePath(published: PartialDay | null, title: string, suffix: string): string {
  const folder = published === null ? 'undated' : published.slice(0, 4)
  const name = [published ?? '', slugOf(title, LONGEST_SLUG), suffix].filter((part) => part !== '').join('-')
  return `${ARTICLES_FOLDER}/${folder}/${name}.md`
}

/** True for names that are read as articles. */
export function isArticlePath(path: string): boolean {
  return path.startsWith(`${ARTICLES_FOLDER}/`) && path.toLowerCase().endsWith('.md')
}

/** A time as part of a file name: `20251031T081502123Z`. */
export function timeInName(time: Date): string {
  return time.toISOString().replace(/[-:.]/g, '')
}

/** Reads what `timeInName` wrote, or null. */
export function parseTimeInName(text: string): Date | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, second, rest] = match
  const time = new Date(
    `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}.${String(rest)}Z`,
  )
  return Number.isNaN(time.getTime()) ? null : time
}
