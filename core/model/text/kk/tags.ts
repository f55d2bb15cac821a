import type { tagsEn } from '../en/tags.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `tags` in Kazakh. */
export const tagsKk: MessagesOf<typeof tagsEn, 'kk'> = {
  title: 'Тегтер',
}
