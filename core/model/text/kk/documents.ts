import type { documentsEn } from '../en/documents.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `documents` in Kazakh. */
export const documentsKk: MessagesOf<typeof documentsEn, 'kk'> = {
  title: 'PDF экспорты',
}
