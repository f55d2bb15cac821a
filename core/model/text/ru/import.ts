import type { importEn } from '../en/import.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `import` in Russian. */
export const importRu: MessagesOf<typeof importEn, 'ru'> = {
  title: 'Импорт',
}
