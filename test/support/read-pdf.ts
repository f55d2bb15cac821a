import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const run = promisify(execFile)

/** What a reader sees of a PDF. */
export interface PdfContent {
  /** Text of each page, lines joined by a space. */
  readonly pages: readonly string[]
  readonly title: string
  readonly metadata: string
  /** Names of all embedded fonts without their subset prefix. */
  readonly fonts: readonly string[]
  readonly tagged: boolean
  readonly language: string
  /** Bookmarks of all levels in order, with the page (from 1) that each leads to. */
  readonly bookmarks: readonly { readonly title: string; readonly page: number }[]
  /** Number of links on each page. */
  readonly links: readonly number[]
}

/** Reads a PDF back with pdf.js, and its raw parts from the bytes. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const links: number[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    links.push(v.parse(annotations, await page.getAnnotations()).filter((note) => note.subtype === 'Link').length)
    pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
  }
  const bookmarks = await readBookmarks(document)
  const { info } = await document.getMetadata()
  await task.destroy()
  const raw = Buffer.from(bytes).toString('latin1')
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
  return {
    pages,
    bookmarks,
    links,
    title,
    metadata:
      Buffer.from(bytes)
        .toString('utf8')
        .match(/<\?xpacket begin[\s\S]*?<\?xpacket end/g)
        ?.at(-1) ?? '',
    fonts: fontNames(raw),
    tagged: raw.includes('/Marked true') && raw.includes('/StructTreeRoot'),
    language: /\/Lang \(([^)]*)\)/.exec(raw)?.[1] ?? '',
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>

const annotations = v.array(v.object({ subtype: v.string() }))
const reference = v.object({ num: v.number(), gen: v.number() })
const destination = v.looseTuple([reference])

interface Bookmark {
  readonly title: string
  readonly dest: unknown
  readonly items: readonly Bookmark[]
}
const bookmark: v.GenericSchema<unknown, Bookmark> = v.object({
  title: v.string(),
  dest: v.unknown(),
  items: v.array(v.lazy(() => bookmark)),
})

async function readBookmarks(document: PdfDocument): Promise<PdfContent['bookmarks']> {
  const outline: unknown = await document.getOutline()
  const flat = (entries: readonly Bookmark[]): readonly Bookmark[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.items)])
  const found: { readonly title: string; readonly page: number }[] = []
  for (const { title, dest } of flat(v.parse(v.array(bookmark), outline ?? []))) {
    const named: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
    const [target] = v.parse(destination, named)
    found.push({ title, page: (await document.getPageIndex(target)) + 1 })
  }
  return found
}

function fontNames(raw: string): readonly string[] {
  const names = raw.matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([^\s/]+)/g)
  return [...new Set(Array.from(names, (match) => match[1] ?? ''))].toSorted()
}

/** Text without anything that setting lines adds or takes away: spaces, hyphens, places to break. */
export function withoutLineBreaks(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2010-]/g, '')
}

/** Output of a command of poppler or qpdf, or null where it is not installed. */
export async function inspectPdf(
  command: 'pdffonts' | 'pdfinfo' | 'pdftotext' | 'qpdf',
  args: readonly string[],
): Promise<string | null> {
  try {
    const { stdout } = await run(command, args, { maxBuffer: 64_000_000 })
    return stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
