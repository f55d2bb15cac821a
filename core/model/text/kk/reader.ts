import type { readerEn } from '../en/reader.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `reader` in Kazakh. */
export const readerKk: MessagesOf<typeof readerEn, 'kk'> = {
  suggestions: 'Ұсынылған тегтер',
  addSuggestion: '{{name}} тегін қосу',
  refuse: '{{name}} тегін мұнда ұсынбау',
  newTag: 'жаңа',
  inTitle: 'тақырыпта «{{found}}»',
  inParagraph: '{{paragraph}}-абзацта «{{found}}»',
  byRule: '«{{rule}}» ережесі бойынша',
  story: 'Осы жаңалық басқа басылымдарда',
  roles: {
    release: 'өз материалымыз',
    translation: 'аудармасы',
    'pick-up': 'қайта жарияланған',
    coverage: 'жарияланым',
  },
  lag_one: '{{n}} күннен кейін',
  lag_other: '{{n}} күннен кейін',
  sameDay: 'сол күні',
  share: 'мәтіннің {{percent}} %-ы',
  history: 'Бұрынғы нұсқалар',
  historyEmpty: 'Бұл мақала өзгертілмеген',
  compareVersion: 'Қазіргі нұсқамен салыстыру',
  thatVersion: 'Осы нұсқа',
  presentVersion: 'Қазір',
  versionAlike: 'Бұл нұсқаның қазіргіден айырмасы жоқ',
  replacedAt: 'Ауыстырылған уақыты: {{when}}',
  restoreVersion: 'Осы нұсқаны қайтару',
  versionRestored: 'Бұрынғы нұсқа қайтарылды',
}
