/** Messages of the area `tags` in English. */
export const tagsEn = {
  title: 'Tags',
} as const
