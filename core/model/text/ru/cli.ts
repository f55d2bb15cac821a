import type { cliEn } from '../en/cli.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `cli` in Russian. */
export const cliRu: MessagesOf<typeof cliEn, 'ru'> = {
  summary: 'Пресс-архив в командной строке',
}
