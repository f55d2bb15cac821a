import type { firstRunEn } from '../en/first-run.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `first-run` in Kazakh. */
export const firstRunKk: MessagesOf<typeof firstRunEn, 'kk'> = {
  welcome: 'Баспасөз мұрағатыңыз',
  intro: 'Мақалалар осы компьютердегі кәдімгі қалтада сақталады және бұл бағдарламасыз да оқылады.',
  ownName: 'Қазақша',
  language: 'Тіл',
  folder: 'Мұрағат қалтасы',
  folderHelp: 'Жаңа немесе бос қалта. Ортақ не бұлттық қалта болса, оны бір уақытта тек бір компьютерде ашыңыз.',
  chooseFolder: 'Таңдау…',
  name: 'Мұрағат атауы',
  nameSuggestion: 'Баспасөз мұрағаты',
  create: 'Мұрағат құру',
  createSample: 'Мысал мақалалармен көру',
  openExisting: 'Бар мұрағатты ашу',
  recent: 'Бұрын ашылғандар',
  working: 'Мұрағат дайындалуда…',
  needFolder: 'Қалтаны көрсетіңіз',
  needName: 'Мұрағатқа атау беріңіз',
}
