import type { printedEn } from '../en/printed.ts'
import type { MessagesOf } from '../messages.ts'

/** Words that stand in printed documents, in Russian. */
export const printedRu: MessagesOf<typeof printedEn, 'ru'> = {
  clipping: 'Вырезка из прессы',
  outlet: 'Издание',
  published: 'Опубликовано',
  authors: 'Автор',
  kind: 'Вид',
  kinds: {
    own: 'Свой материал',
    coverage: 'Публикация СМИ',
  },
  language: 'Язык',
  languages: {
    en: 'английский',
    ru: 'русский',
    kk: 'казахский',
    other: 'другой',
  },
  initiative: 'Инициативы',
  partner: 'Партнёры',
  topic: 'Темы',
  address: 'Адрес',
  headlineAsPrinted: 'Заголовок в оригинале',
  importedFrom: 'Исходный файл',
  archiveId: 'Номер в архиве',
  captured: 'В архиве с',
  source: 'Источник',
  page: 'Страница {{page}} из {{total}}',
  undated: 'Без даты',
  imageMissing: 'Изображения нет в архиве: {{name}}',
  imageBroken: 'Изображение не удалось показать: {{name}}',
  lettersMissing: 'Знаки, которых нет в шрифтах документа, напечатаны как □: {{codes}}',
}
