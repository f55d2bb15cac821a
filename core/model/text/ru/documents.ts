import type { documentsEn } from '../en/documents.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `documents` in Russian. */
export const documentsRu: MessagesOf<typeof documentsEn, 'ru'> = {
  title: 'Экспорт PDF',
}
