import type { timelineEn } from '../en/timeline.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `timeline` in Russian. */
export const timelineRu: MessagesOf<typeof timelineEn, 'ru'> = {
  title: 'Хронология',
}
