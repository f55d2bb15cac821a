import type { editorEn } from '../en/editor.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `editor` in Russian. */
export const editorRu: MessagesOf<typeof editorEn, 'ru'> = {
  newTitle: 'Новая публикация',
  editTitle: 'Изменить публикацию',
  fields: {
    title: 'Заголовок',
    subtitle: 'Подзаголовок',
    published: 'Дата',
    outlet: 'Издание',
    authors: 'Авторы',
    kind: 'Вид',
    language: 'Язык',
    url: 'Веб-адрес',
    initiative: 'Инициативы',
    partner: 'Партнёры',
    topic: 'Темы',
    summary: 'Краткое содержание',
    notes: 'Заметки пресс-службы',
    body: 'Текст',
  },
  save: 'Сохранить',
  saveAndNext: 'Сохранить и далее',
  saved: 'Сохранено',
}
