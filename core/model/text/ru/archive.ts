import type { archiveEn } from '../en/archive.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `archive` in Russian. */
export const archiveRu: MessagesOf<typeof archiveEn, 'ru'> = {
  title: 'Архив',
}
