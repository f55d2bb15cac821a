/** `plain`: small and fast; `a-2b`: archival; `ua-1`: tagged for screen readers. */
export const PDF_STANDARDS = ['plain', 'a-2b', 'ua-1'] as const
export type PdfStandard = (typeof PDF_STANDARDS)[number]

export const PAPER_SIZES = ['a4', 'us-letter'] as const
export type PaperSize = (typeof PAPER_SIZES)[number]
