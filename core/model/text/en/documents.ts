/** Messages of the area `documents` in English. */
export const documentsEn = {
  title: 'Export PDF',
} as const
