import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { AppError } from '../../contract/app-error.ts'
import { charsetOfName } from '../charset/charset.ts'
import { decodeText, normaliseText } from '../charset/decode-text.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { mimeParts } from '../mime/mime-part.ts'
import { mailPiece, type MailAttachment } from '../mime/mail-piece.ts'
import type { ReadResult } from '../read-result.ts'

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

function toAttachment({ filename, mimeType, contentId, content, related }: Attachment): MailAttachment {
  return {
    name: filename ?? '',
    type: mimeType,
    contentId: (contentId ?? '').replace(/[<>]/g, ''),
    inline: related ?? false,
    bytes: bytesOf(content),
  }
}

/** A text that lost letters is read again from the raw part: its mail declared no character set. */
function rescueText(bytes: Uint8Array, type: 'text/plain' | 'text/html'): string | null {
  const part = mimeParts(bytes).find((candidate) => candidate.type === type)
  if (part === undefined) return null
  return decodeText(part.bytes, { declared: charsetOfName(part.parameters.get('charset') ?? '') }).text
}

async function parseMail(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: 20,
      maxHeadersSize: 2_000_000,
      attachmentEncoding: 'arraybuffer',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The mail is damaged: ${reason}`, {}, { cause: error })
  }
}

/**
 * Reads a mail as programs save it. Attached documents come back as members, to be imported themselves.
 *
 * @throws AppError `too-large`, `unreadable-source`
 */
export async function readEml(bytes: Uint8Array): Promise<ReadResult> {
  // Counts parts and depth first: the parser itself has no limit on parts.
  mimeParts(bytes)
  const mail = await parseMail(bytes)
  const lost = (text: string | undefined): boolean => text?.includes('\ufffd') ?? false
  const html = lost(mail.html) ? (rescueText(bytes, 'text/html') ?? mail.html) : mail.html
  const text = lost(mail.text) ? (rescueText(bytes, 'text/plain') ?? mail.text) : mail.text
  return mailPiece({
    subject: mail.subject ?? '',
    from: mail.from?.name ?? '',
    date: mail.headers.find(({ key }) => key === 'date')?.value ?? '',
    html: html === undefined || html.trim() === '' ? null : html,
    text: normaliseText(text ?? ''),
    attachments: mail.attachments.map(toAttachment),
    toMarkdown: htmlToMarkdown,
  })
}
