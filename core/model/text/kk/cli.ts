import type { cliEn } from '../en/cli.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `cli` in Kazakh. */
export const cliKk: MessagesOf<typeof cliEn, 'kk'> = {
  summary: 'Пәрмен жолындағы баспасөз мұрағаты',
}
