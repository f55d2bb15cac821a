import type { searchEn } from '../en/search.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `search` in Russian. */
export const searchRu: MessagesOf<typeof searchEn, 'ru'> = {
  found_one: 'Найдена {{n}}',
  found_few: 'Найдено {{n}}',
  found_many: 'Найдено {{n}}',
  found_other: 'Найдено {{n}}',
  notices: {
    'ignored-words': 'Не учтено: {{words}}',
    'unknown-field': 'Нет поля «{{words}}»',
    truncated: 'Запрос слишком длинный, он сокращён',
    'wildcard-refused': 'Слишком мало букв перед звёздочкой: {{words}}',
    'unknown-words': 'Нет в архиве: {{words}}',
    'query-repaired': 'Понято как: {{words}}',
    'index-growing': 'Индекс ещё строится: пока находится не всё',
    'did-you-mean': 'Возможно, вы имели в виду',
    'tag-found': 'Метка',
  },
  help: 'Как искать',
  helpExamples: {
    words: 'все эти слова в любой форме',
    phrase: 'точно эта фраза',
    minus: 'без этого слова',
    star: 'начало слова',
    fuzzy: 'одна буква может отличаться',
    title: 'только в заголовках',
  },
  facets: 'Уточнить',
  why: 'Почему найдено',
  how: {
    exact: 'то же слово',
    stem: 'другая форма',
    prefix: 'начало слова',
    wildcard: 'по шаблону',
    fuzzy: 'похожее написание',
    alias: 'название метки',
    layout: 'другая раскладка',
    latin: 'другой алфавит',
    phrase: 'фраза',
  },
  variantsBelow: 'Похожие результаты',
}
