import { AppError } from '../../contract/app-error.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { createImageStore } from '../image-store.ts'
import { odtToHtml } from '../office/odt-to-html.ts'
import { DOCUMENT_LIMITS, readZip } from '../office/read-zip.ts'
import { onePiece, type ReadResult } from '../read-result.ts'

/** Lists the parts of the document, and how they are locked where they are. */
const MANIFEST = 'META-INF/manifest.xml'

/**
 * Reads an OpenDocument text.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readOdt(bytes: Uint8Array): Promise<ReadResult> {
  const entries = await readZip(
    bytes,
    DOCUMENT_LIMITS,
    (name) => name === 'content.xml' || name === MANIFEST || name.startsWith('Pictures/'),
  )
  const manifest = entries.find(({ name }) => name === MANIFEST)
  if (manifest !== undefined && /<[\w:]*encryption-data\b/.test(new TextDecoder().decode(manifest.bytes)))
    throw new AppError('unreadable-source', 'The document is locked with a password.')
  const content = entries.find(({ name }) => name === 'content.xml')
  if (content === undefined) throw new AppError('unreadable-source', 'The document has no content.')
  const images = createImageStore((src) => entries.find(({ name }) => name === src.replace(/^\.\//, ''))?.bytes ?? null)
  const html = odtToHtml(new TextDecoder().decode(content.bytes))
  const { markdown, notices } = htmlToMarkdown(html, { baseUrl: '', imageName: images.nameOf })
  return onePiece({ body: { kind: 'markdown', text: markdown }, files: images.used(), notices })
}
