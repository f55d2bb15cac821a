/** Messages of the area `timeline` in English. */
export const timelineEn = {
  title: 'Timeline',
} as const
