import WordExtractor from 'word-extractor'
import { AppError } from '../../contract/app-error.ts'
import { normaliseText } from '../charset/decode-text.ts'
import { checkCompound } from '../office/check-compound.ts'
import { onePiece, type ReadResult } from '../read-result.ts'
import { escapeMarkdown } from '../text/escape-markdown.ts'

function tableMarkdown(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, place) => escapeMarkdown(row[place] ?? '').replace(/\|/g, '\\|')).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${' - |'.repeat(width)}`, ...body.map(line)].join('\n')
}

/** Lines with tabs one after the other are the rows of a table; everything else is a paragraph. */
function toMarkdown(text: string): string {
  const blocks: string[] = []
  let rows: string[][] = []
  const endTable = (): void => {
    if (rows.length > 1) blocks.push(tableMarkdown(rows))
    else blocks.push(...rows.map((row) => escapeMarkdown(row.join(' '))))
    rows = []
  }
  for (const line of text.split('\n')) {
    const cells = line.split('\t').map((cell) => cell.replace(/\s+/g, ' ').trim())
    if (cells.filter((cell) => cell !== '').length > 1) {
      rows.push(cells.at(-1) === '' ? cells.slice(0, -1) : cells)
      continue
    }
    endTable()
    const plain = cells.join(' ').trim()
    if (plain !== '') blocks.push(escapeMarkdown(plain))
  }
  endTable()
  return blocks.join('\n\n')
}

/** The head of the text says whether a password is needed; without it the words would be noise. */
function refuseLocked(bytes: Uint8Array): void {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    const isHead = bytes[at] === 0xec && bytes[at + 1] === 0xa5
    if (isHead && ((bytes[at + 11] ?? 0) & 1) === 1)
      throw new AppError('unreadable-source', 'The document is locked with a password.')
  }
}

/**
 * Reads a Word document of 97 to 2003.
 *
 * @throws AppError `unreadable-source`
 */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  checkCompound(bytes)
  refuseLocked(bytes)
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    // Unfiltered: the filter of the package turns typographic quotes and dashes into plain ones.
    const options = { filterUnicode: false }
    const parts = [
      document.getBody(options),
      document.getTextboxes({ ...options, includeHeadersAndFooters: false }),
      document.getFootnotes(options),
    ]
    return onePiece({
      body: {
        kind: 'markdown',
        text: toMarkdown(normaliseText(parts.join('\n')).replace(/[\u0001-\u0008\u000b-\u001f]/g, '')),
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The Word document is damaged: ${reason}`, {}, { cause: error })
  }
}
