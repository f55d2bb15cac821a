import type { tagPageEn } from '../en/tag-page.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `tagPage` in Kazakh. */
export const tagPageKk: MessagesOf<typeof tagPageEn, 'kk'> = {
  articles: 'Мақалалар',
  own: 'Өзіміздікі',
  coverage: 'Өзгелердікі',
  first: 'Алғашқысы',
  last: 'Соңғысы',
  overTime: 'Айлар бойынша',
  latest: 'Соңғы мақалалар',
  key: 'Басты мақалалар',
  together: 'Бірге кездеседі',
  gaps: 'Үнсіз кезеңдер',
  noGaps: 'Екі айдан асқан үзіліс жоқ',
  gap: '{{from}} – {{to}}',
  gapOpen: '{{from}} – бүгінге дейін',
  days_one: '{{n}} күн',
  days_other: '{{n}} күн',
  languages: 'Тілдер',
  outlets: 'Басылымдар',
  undated: 'Диаграммада жоқ, айы белгісіз: {{value}}',
  matrix: 'Серіктестер мен бастамалар',
  matrixHelp: 'Екі тегі де бар мақалалар: неғұрлым қою болса, соғұрлым көп.',
  matrixEmpty: 'Серіктесі де, бастамасы да бар мақала әзірге жоқ',
  cell: '{{row}} және {{column}}: {{value}}',
  partner: 'Серіктес',
  pdf: 'PDF ретінде сақтау',
  none: 'Әзірге мақала жоқ',
  country: 'Ел',
  active: 'Белсенді кезеңі',
}
