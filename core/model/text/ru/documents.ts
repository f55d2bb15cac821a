import type { documentsEn } from '../en/documents.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `documents` in Russian. */
export const documentsRu: MessagesOf<typeof documentsEn, 'ru'> = {
  title: 'Экспорт PDF',
  clippingOf: 'Вырезка: {{title}}',
  chooseFirst: 'Сначала откройте или выделите публикацию: вырезка делается из неё.',
  language: 'Язык подписей',
  standard: 'Вид PDF',
  standards: {
    'ua-1': 'Доступный (с разметкой, PDF/UA-1)',
    'a-2b': 'Для архива (PDF/A-2b)',
    plain: 'Обычный',
  },
  paper: 'Бумага',
  papers: {
    a4: 'A4',
    'us-letter': 'Letter',
  },
  preview: 'Страницы',
  page: 'Страница {{page}} из {{pages}}',
  making: 'Страницы верстаются…',
  facts: '{{pages}} · {{size}}',
  pages_one: '{{n}} страница',
  pages_few: '{{n}} страницы',
  pages_many: '{{n}} страниц',
  pages_other: '{{n}} страницы',
  save: 'Сохранить PDF',
  saved: 'Сохранено: {{name}}',
  smaller: 'Мельче',
  larger: 'Крупнее',
}
