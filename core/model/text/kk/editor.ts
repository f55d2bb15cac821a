import type { editorEn } from '../en/editor.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `editor` in Kazakh. */
export const editorKk: MessagesOf<typeof editorEn, 'kk'> = {
  newTitle: 'Жаңа мақала',
  editTitle: 'Мақаланы өңдеу',
  fields: {
    title: 'Тақырыбы',
    subtitle: 'Қосымша тақырып',
    published: 'Күні',
    outlet: 'Басылым',
    authors: 'Авторлары',
    kind: 'Түрі',
    language: 'Тілі',
    url: 'Веб-мекенжай',
    initiative: 'Бастамалар',
    partner: 'Серіктестер',
    topic: 'Тақырыптар',
    summary: 'Қысқаша мазмұны',
    notes: 'Баспасөз қызметінің жазбалары',
    body: 'Мәтін',
  },
  save: 'Сақтау',
  saveAndNext: 'Сақтап, келесіге өту',
  saved: 'Сақталды',
}
