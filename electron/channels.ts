/** Every channel between window and main process: the window asks, the main process answers with an envelope. */
export const ASKING_CHANNELS = [
  'press:request',
  'press:pick-folder',
  'press:stage-begin',
  'press:stage-chunk',
  'press:stage-end',
  'press:stage-cancel',
  'press:read-document',
  'press:save-document',
  'press:read-attachment',
  'press:save-attachment',
  'press:open-link',
  'press:reveal-archive',
] as const
export type AskingChannel = (typeof ASKING_CHANNELS)[number]

/** The one channel on which the main process speaks unasked: events of the core. */
export const EVENT_CHANNEL = 'press:event'

/** Longest piece of a file in one message, in bytes. */
export const PIECE_BYTES = 4_000_000
