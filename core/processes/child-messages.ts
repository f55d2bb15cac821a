import type { EntryName } from './entry-url.ts'

/*
 * In the desktop program only the main process can start programs, so the core's process asks it to. Children are known
 * by numbers that the core chooses.
 */

/** From the core's process to the main process. */
export type ChildOrder =
  | { readonly order: 'launch'; readonly child: number; readonly entry: EntryName }
  | { readonly order: 'send'; readonly child: number; readonly message: unknown }
  | { readonly order: 'kill'; readonly child: number }

/** From the main process to the core's process. */
export type ChildNews =
  | { readonly news: 'message'; readonly child: number; readonly message: unknown }
  | { readonly news: 'exit'; readonly child: number; readonly code: number | null }

/** True for an order, among everything else that the core's process says. */
export function isChildOrder(message: unknown): message is ChildOrder {
  return typeof message === 'object' && message !== null && 'order' in message
}

/** True for news, among everything else that the main process says. */
export function isChildNews(message: unknown): message is ChildNews {
  return typeof message === 'object' && message !== null && 'news' in message
}
