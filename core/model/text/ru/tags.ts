import type { tagsEn } from '../en/tags.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `tags` in Russian. */
export const tagsRu: MessagesOf<typeof tagsEn, 'ru'> = {
  title: 'Метки',
}
