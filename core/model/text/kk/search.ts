import type { searchEn } from '../en/search.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `search` in Kazakh. */
export const searchKk: MessagesOf<typeof searchEn, 'kk'> = {
  found_one: '{{n}} табылды',
  found_other: '{{n}} табылды',
  notices: {
    'ignored-words': 'Ескерілмеді: {{words}}',
    'unknown-field': '«{{words}}» өрісі жоқ',
    truncated: 'Сұраныс тым ұзын болғандықтан қысқартылды',
    'wildcard-refused': 'Жұлдызшаның алдында әріп тым аз: {{words}}',
    'unknown-words': 'Мұрағатта жоқ: {{words}}',
    'query-repaired': 'Былай түсінілді: {{words}}',
    'index-growing': 'Индекс әлі құрылуда: әзірге бәрі табылмайды',
    'did-you-mean': 'Мүмкін, мынаны іздедіңіз',
    'tag-found': 'Тег',
  },
  help: 'Қалай іздеу керек',
  helpExamples: {
    words: 'осы сөздердің бәрі кез келген тұлғада',
    phrase: 'дәл осы тіркес',
    minus: 'осы сөзсіз',
    star: 'сөздің басы',
    fuzzy: 'бір әрпі өзгеше болуы мүмкін',
    title: 'тек тақырыптардан',
  },
  facets: 'Нақтылау',
  why: 'Неге табылды',
  how: {
    exact: 'сол сөздің өзі',
    stem: 'басқа тұлғасы',
    prefix: 'сөздің басы',
    wildcard: 'үлгі бойынша',
    fuzzy: 'ұқсас жазылуы',
    alias: 'тегтің атауы',
    layout: 'басқа пернетақта жаймасы',
    latin: 'басқа әліпби',
    phrase: 'тіркес',
  },
  variantsBelow: 'Ұқсас нәтижелер',
}
