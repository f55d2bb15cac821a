/** Messages of the area `documents` in English. */
export const documentsEn = {
  title: 'Export PDF',
  clippingOf: 'Clipping: {{title}}',
  chooseFirst: 'Open or select an article first: the clipping is made of it.',
  language: 'Language of the labels',
  standard: 'Kind of PDF',
  standards: {
    'ua-1': 'Accessible (tagged, PDF/UA-1)',
    'a-2b': 'For the archive (PDF/A-2b)',
    plain: 'Plain',
  },
  paper: 'Paper',
  papers: {
    a4: 'A4',
    'us-letter': 'Letter',
  },
  preview: 'Pages',
  page: 'Page {{page}} of {{pages}}',
  making: 'The pages are being set…',
  facts: '{{pages}} · {{size}}',
  pages_one: '{{n}} page',
  pages_other: '{{n}} pages',
  save: 'Save PDF',
  saved: 'Saved: {{name}}',
  smaller: 'Smaller',
  larger: 'Larger',
} as const
