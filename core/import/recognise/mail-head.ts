import type { TextBlock } from '../text/text-block.ts'

/** Longest run of lines at the beginning that may be the head of a forwarded mail. */
const HEAD_LINES = 10
const FROM = /^(?:from|от|от кого|кімнен)\s*:\s*\S/iu
const SENT = /^(?:sent|date|отправлено|дата|жіберілді|жіберілген|күні)\s*:\s*(.+)$/iu
const TO = /^(?:to|cc|bcc|кому|копия|кімге|көшірме|reply-to|importance|attachments?|вложения|важность)\s*:/iu
const SUBJECT = /^(?:subject|re|тема|тақырыбы|тақырып)\s*:\s*(.+)$/iu
const PREFIX = /^(?:(?:re|fwd?|fw|ha|на|пересл|қайта)\s*:\s*)+/iu
const DIVIDER =
  /^[-–—_=\s]*(?:(?:original|forwarded) message|исходное сообщение|пересылаемое сообщение|бастапқы хабарлама|begin forwarded message)?[-–—_=:\s]*$/iu

/** What the head of a mail, printed as text, says. */
export interface MailHead {
  readonly subject: string
  /** The line's value after its label; empty where there is none. */
  readonly sent: string
  /** Place of its first block; those before it are words of the sender. */
  readonly start: number
  /** Number of blocks that the head takes. */
  readonly length: number
}

/** Words of who forwards a mail stand before its head; more than this would be a text of its own. */
const MOST_COVER_BLOCKS = 6
const LONGEST_COVER = 300

/** Reads the head of a forwarded mail at the beginning of these blocks, or null where they begin otherwise. */
function headAt(blocks: readonly TextBlock[]): Omit<MailHead, 'start'> | null {
  let [subject, sent, from, length] = ['', '', false, 0]
  for (const { plain } of blocks.slice(0, HEAD_LINES)) {
    const isFrom = FROM.test(plain)
    const day = SENT.exec(plain)?.[1]
    const about = SUBJECT.exec(plain)?.[1]
    if (!isFrom && day === undefined && about === undefined && !TO.test(plain) && !DIVIDER.test(plain)) break
    length += 1
    from ||= isFrom
    sent ||= day ?? ''
    subject ||= about?.replace(PREFIX, '').trim() ?? ''
  }
  return from && subject !== '' ? { subject, sent, length } : null
}

/** Reads the head of a forwarded mail at the beginning of a text or below a few words of who forwards it; null without one. */
export function readMailHead(blocks: readonly TextBlock[]): MailHead | null {
  for (let start = 0; start <= MOST_COVER_BLOCKS; start += 1) {
    const head = headAt(blocks.slice(start))
    if (head !== null) return { ...head, start }
    if ((blocks[start]?.plain.length ?? 0) > LONGEST_COVER) return null
  }
  return null
}
