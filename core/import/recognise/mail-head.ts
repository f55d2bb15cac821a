import type { TextBlock } from '../text/text-block.ts'

/** Longest run of lines at the beginning that may be the head of a forwarded mail. */
const HEAD_LINES = 10
const FROM = /^(?:from|от|кімнен)\s*:\s*\S/iu
const SENT = /^(?:sent|date|отправлено|дата|жіберілді|жіберілген|күні)\s*:\s*(.+)$/iu
const TO = /^(?:to|cc|bcc|кому|копия|кімге|көшірме|reply-to|importance|attachments?|вложения|важность)\s*:/iu
const SUBJECT = /^(?:subject|тема|тақырыбы|тақырып)\s*:\s*(.+)$/iu
const PREFIX = /^(?:(?:re|fwd?|fw|ha|на|пересл|қайта)\s*:\s*)+/iu
const DIVIDER =
  /^[-–—_=\s]*(?:(?:original|forwarded) message|исходное сообщение|пересылаемое сообщение|бастапқы хабарлама|begin forwarded message)?[-–—_=:\s]*$/iu

/** What the head of a mail, printed as text, says. */
export interface MailHead {
  readonly subject: string
  /** The line's value after its label; empty where there is none. */
  readonly sent: string
  /** Number of blocks that the head takes. */
  readonly length: number
}

/** Reads the head of a forwarded mail at the beginning of a text, or null where the text begins otherwise. */
export function readMailHead(blocks: readonly TextBlock[]): MailHead | null {
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
