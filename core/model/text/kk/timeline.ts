import type { timelineEn } from '../en/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `timeline` in Kazakh. */
export const timelineKk: MessagesOf<typeof timelineEn, 'kk'> = {
  title: 'Уақыт шкаласы',
}
