import { isAppError } from '../../contract/app-error.ts'
import type { OriginalView } from '../../model/review-sheet.ts'
import { decodeText } from '../charset/decode-text.ts'
import { detectFormat, type SourceFormat } from '../detect-format.ts'
import type { StagedSource } from '../intake.ts'
import type { PreviewPorts } from '../preview-source.ts'
import { declaredCharset } from '../readers/read-html.ts'

/** Formats that are text themselves and are shown as they are. */
const PLAIN: ReadonlySet<SourceFormat> = new Set(['text', 'markdown', 'csv', 'json'])
const MOST_SHOWN = 60_000

function cutText(text: string): Pick<OriginalView, 'text' | 'cut'> {
  return { text: text.slice(0, MOST_SHOWN), cut: text.length > MOST_SHOWN }
}

/**
 * The words of an original. Texts are shown as they are; of other formats their readers give the words, before anything
 * is recognised in them. Null where there are none, or where they cannot be read.
 */
export async function originalText(
  { name }: StagedSource,
  bytes: Uint8Array,
  { read, today }: PreviewPorts,
): Promise<Pick<OriginalView, 'text' | 'cut'>> {
  const format = detectFormat(name, bytes)
  if (PLAIN.has(format)) return cutText(decodeText(bytes, { declared: declaredCharset(bytes) }).text)
  if (format === 'unknown' || format === 'zip') return { text: null, cut: false }
  try {
    const { articles } = await read({
      request: { name, bytes, charset: null },
      options: { today: today(), kind: 'coverage', outlet: '' },
    })
    const texts = articles.map(({ recognised: { fields, headline } }) =>
      [headline || fields.title, fields.subtitle, fields.body].filter((part) => part !== '').join('\n\n'),
    )
    return texts.length === 0 ? { text: null, cut: false } : cutText(texts.join('\n\n* * *\n\n'))
  } catch (error) {
    if (isAppError(error)) return { text: null, cut: false }
    throw error
  }
}
