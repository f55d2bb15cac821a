import type { documentsEn } from '../en/documents.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `documents` in Kazakh. */
export const documentsKk: MessagesOf<typeof documentsEn, 'kk'> = {
  title: 'PDF экспорты',
  clippingOf: 'Қиынды: {{title}}',
  chooseFirst: 'Алдымен мақаланы ашыңыз не белгілеңіз: қиынды содан жасалады.',
  language: 'Жазулардың тілі',
  standard: 'PDF түрі',
  standards: {
    'ua-1': 'Қолжетімді (белгіленген, PDF/UA-1)',
    'a-2b': 'Мұрағатқа (PDF/A-2b)',
    plain: 'Қарапайым',
  },
  paper: 'Қағаз',
  papers: {
    a4: 'A4',
    'us-letter': 'Letter',
  },
  preview: 'Беттер',
  page: '{{pages}} беттің {{page}}-беті',
  making: 'Беттер теріліп жатыр…',
  facts: '{{pages}} · {{size}}',
  pages_one: '{{n}} бет',
  pages_other: '{{n}} бет',
  save: 'PDF сақтау',
  saved: 'Сақталды: {{name}}',
  smaller: 'Кішірейту',
  larger: 'Үлкейту',
}
