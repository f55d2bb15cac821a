import type { readerEn } from '../en/reader.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `reader` in Russian. */
export const readerRu: MessagesOf<typeof readerEn, 'ru'> = {
  suggestions: 'Предлагаемые метки',
  addSuggestion: 'Добавить метку {{name}}',
  refuse: 'Не предлагать {{name}} здесь',
  newTag: 'новая',
  inTitle: '«{{found}}» в заголовке',
  inParagraph: '«{{found}}» в абзаце {{paragraph}}',
  byRule: 'по правилу «{{rule}}»',
  story: 'Эта новость в других изданиях',
  roles: {
    release: 'свой материал',
    translation: 'перевод',
    'pick-up': 'перепечатка',
    coverage: 'публикация',
  },
  lag_one: 'через {{n}} день',
  lag_few: 'через {{n}} дня',
  lag_many: 'через {{n}} дней',
  lag_other: 'через {{n}} дня',
  sameDay: 'в тот же день',
  share: '{{percent}} % текста',
  history: 'Прежние версии',
  historyEmpty: 'Эта публикация не менялась',
  compareVersion: 'Сравнить с нынешней версией',
  thatVersion: 'Эта версия',
  presentVersion: 'Сейчас',
  versionAlike: 'Эта версия ничем не отличается от нынешней',
  replacedAt: 'заменена: {{when}}',
  restoreVersion: 'Вернуть эту версию',
  versionRestored: 'Прежняя версия возвращена',
}
