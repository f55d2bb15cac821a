import type { archiveEn } from '../en/archive.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `archive` in Kazakh. */
export const archiveKk: MessagesOf<typeof archiveEn, 'kk'> = {
  title: 'Мұрағат',
}
