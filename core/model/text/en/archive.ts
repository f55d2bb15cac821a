/** Messages of the area `archive` in English. */
export const archiveEn = {
  title: 'Archive',
} as const
