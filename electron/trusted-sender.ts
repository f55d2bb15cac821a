/** What Electron tells of the frame that sent a message. */
export interface SenderFrame {
  readonly url: string
}

/** The parts of a message event that decide whether it is heard. */
export interface SenderEvent {
  /** Null when the frame is gone already. */
  readonly senderFrame: SenderFrame | null
  readonly sender: { readonly mainFrame: SenderFrame }
}

/** True for a message from the main frame of one of our windows, which shows our own page. */
export function isTrustedSender({ senderFrame, sender }: SenderEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false
  if (!URL.canParse(senderFrame.url)) return false
  const { protocol, host } = new URL(senderFrame.url)
  return protocol === 'press:' && host === 'app'
}
