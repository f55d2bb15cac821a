import type { importEn } from '../en/import.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `import` in Kazakh. */
export const importKk: MessagesOf<typeof importEn, 'kk'> = {
  title: 'Импорт',
}
