/** Messages of the area `cli` in English. */
export const cliEn = {
  summary: 'Press archive for the command line',
} as const
