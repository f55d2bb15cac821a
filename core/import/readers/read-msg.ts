import decompressRtf from '@kenjiuno/decompressrtf'
import loadedMsgReader, { type FieldsData } from '@kenjiuno/msgreader'
import { AppError } from '../../contract/app-error.ts'
import { charsetOfName } from '../charset/charset.ts'
import { decodeText, normaliseText } from '../charset/decode-text.ts'
import { htmlToMarkdown } from '../html/html-to-markdown.ts'
import { mailPiece, type MailAttachment } from '../mime/mail-piece.ts'
import { checkCompound } from '../office/check-compound.ts'
import { rtfToHtml } from '../office/rtf-to-html.ts'
import type { ReadResult } from '../read-result.ts'

const MOST_ATTACHMENTS = 500

/** The package is CommonJS: Node hands over its whole exports where the types promise the class alone. */
function readerClass(): typeof loadedMsgReader {
  const loaded: unknown = loadedMsgReader
  const isWrapped = typeof loaded === 'object' && loaded !== null && 'default' in loaded
  // Either way it is the class that the types describe.
  return (isWrapped ? loaded.default : loaded) as typeof loadedMsgReader
}

const MsgReader = readerClass()

function htmlOf(fields: FieldsData): string | null {
  if (fields.html !== undefined && fields.html.length > 0) {
    const declared = charsetOfName(`cp${fields.internetCodepage ?? 65_001}`.replace('cp65001', 'utf-8'))
    return decodeText(fields.html, { declared }).text
  }
  if (fields.bodyHtml !== undefined && fields.bodyHtml.trim() !== '') return fields.bodyHtml
  if (fields.compressedRtf === undefined || (fields.body ?? '').trim() !== '') return null
  const rtf = Uint8Array.from(decompressRtf.decompressRTF(Array.from(fields.compressedRtf)))
  return rtfToHtml(rtf).html
}

/** Day in the lines that the mail travelled with, where the store does not state it. */
function dateInHeaders(headers: string): string {
  return /^Date:[ \t]*(.+)$/im.exec(headers)?.[1]?.trim() ?? ''
}

function attachmentsOf(reader: loadedMsgReader, fields: FieldsData): readonly MailAttachment[] {
  return (fields.attachments ?? []).slice(0, MOST_ATTACHMENTS).flatMap((attachment): readonly MailAttachment[] => {
    const { fileName, content } = reader.getAttachment(attachment)
    return [
      {
        name: fileName === '' ? (attachment.name ?? '') : fileName,
        type: attachment.attachMimeTag ?? '',
        contentId: attachment.pidContentId ?? '',
        inline: attachment.attachmentHidden ?? false,
        bytes: content,
      },
    ]
  })
}

/**
 * Reads a mail saved by Outlook. Attached documents come back as members.
 *
 * @throws AppError `unreadable-source`
 */
export function readMsg(bytes: Uint8Array): ReadResult {
  checkCompound(bytes)
  try {
    const reader = new MsgReader(new DataView(Uint8Array.from(bytes).buffer))
    const fields = reader.getFileData()
    return mailPiece({
      subject: fields.subject ?? '',
      from: fields.senderName ?? '',
      date: fields.clientSubmitTime ?? fields.messageDeliveryTime ?? dateInHeaders(fields.headers ?? ''),
      html: htmlOf(fields),
      text: normaliseText(fields.body ?? ''),
      attachments: attachmentsOf(reader, fields),
      toMarkdown: htmlToMarkdown,
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new AppError('unreadable-source', `The mail is damaged: ${reason}`, {}, { cause: error })
  }
}
