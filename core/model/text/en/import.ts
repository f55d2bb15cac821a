/** Messages of the area `import` in English. */
export const importEn = {
  title: 'Import',
} as const
