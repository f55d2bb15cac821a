import type { ConvertedHtml } from '../html/html-to-markdown.ts'
import type { TidyOptions } from '../html/tidy-tree.ts'
import { createImageStore } from '../image-store.ts'
import type { PieceFile, ReadMember, ReadResult } from '../read-result.ts'

/** A file sent along with a mail. */
export interface MailAttachment {
  readonly name: string
  readonly type: string
  /** Id by which the text shows it, or empty. */
  readonly contentId: string
  readonly inline: boolean
  readonly bytes: Uint8Array
}

/** A mail, from whatever kind of file. */
export interface MailParts {
  readonly subject: string
  /** Name of the sender; empty where only an address is known. */
  readonly from: string
  readonly date: string
  readonly html: string | null
  readonly text: string
  readonly attachments: readonly MailAttachment[]
  readonly toMarkdown: (html: string, options: TidyOptions) => ConvertedHtml
}

const IMPORTABLE = /\.(?:txt|md|markdown|html?|mht|mhtml|pdf|docx|doc|odt|rtf|eml|msg|csv|tsv|xlsx|json|zip)$/i
const REPLY = /^(?:\s*(?:re|fw|fwd|aw|wg|отв|ответ|пересл|hа)\s*(?:\[\d+\])?\s*:\s*)+/i

function quoteless(text: string): string {
  return text.replace(/\n-- \n[\s\S]*$/, '\n')
}

/** Attachments with words in them go through the importer by themselves; all others stay with the mail. */
function partAttachments(attachments: readonly MailAttachment[]): {
  readonly members: readonly ReadMember[]
  readonly files: readonly PieceFile[]
} {
  const members = attachments.filter(({ name }) => IMPORTABLE.test(name)).map(({ name, bytes }) => ({ name, bytes }))
  const mails = attachments
    .filter(({ name, type }) => !IMPORTABLE.test(name) && type === 'message/rfc822')
    .map(({ name, bytes }, place) => ({ name: `${name || `message-${place + 1}`}.eml`, bytes }))
  const files = attachments
    .filter(({ name, type, inline }) => !IMPORTABLE.test(name) && type !== 'message/rfc822' && !inline)
    .map(({ name, bytes }, place): PieceFile => ({ name: name || `attachment-${place + 1}`, bytes, role: 'file' }))
  return { members: [...members, ...mails], files }
}

/** Turns a mail into an article: the subject is the title, the sender its author, the day of sending its date. */
export function mailPiece(mail: MailParts): ReadResult {
  const images = createImageStore((src) => {
    const id = /^cid:(.+)$/i.exec(src)?.[1]
    return mail.attachments.find(({ contentId }) => id !== undefined && contentId === id)?.bytes ?? null
  })
  const converted = mail.html === null ? null : mail.toMarkdown(mail.html, { baseUrl: '', imageName: images.nameOf })
  const useText = converted === null || (converted.markdown === '' && mail.text.trim() !== '')
  const { members, files } = partAttachments(mail.attachments)
  const title = mail.subject.replace(REPLY, '').replace(/\s+/g, ' ').trim()
  const shown = new Set(images.used().map(({ bytes }) => bytes))
  return {
    pieces: [
      {
        name: '',
        body: useText ? { kind: 'plain', text: quoteless(mail.text) } : { kind: 'markdown', text: converted.markdown },
        stated: {
          ...(title === '' ? {} : { title }),
          ...(mail.date === '' ? {} : { published: mail.date }),
          ...(mail.from === '' ? {} : { authors: [mail.from] }),
        },
        files: [...images.used(), ...files.filter(({ bytes }) => !shown.has(bytes))],
        doubts: [],
        notices: converted?.notices ?? [],
      },
    ],
    members,
    faults: [],
  }
}
