import type { printedEn } from '../en/printed.ts'
import type { MessagesOf } from '../messages.ts'

/** Words that stand in printed documents, in Kazakh. */
export const printedKk: MessagesOf<typeof printedEn, 'kk'> = {
  clipping: 'Баспасөз қиындысы',
  outlet: 'Басылым',
  published: 'Жарияланған күні',
  authors: 'Авторы',
  kind: 'Түрі',
  kinds: {
    own: 'Өз материалымыз',
    coverage: 'БАҚ жарияланымы',
  },
  language: 'Тілі',
  languages: {
    en: 'ағылшын',
    ru: 'орыс',
    kk: 'қазақ',
    other: 'басқа',
  },
  initiative: 'Бастамалар',
  partner: 'Серіктестер',
  topic: 'Тақырыптар',
  address: 'Мекенжайы',
  headlineAsPrinted: 'Түпнұсқадағы тақырып',
  importedFrom: 'Бастапқы файл',
  archiveId: 'Мұрағаттағы нөмірі',
  captured: 'Мұрағатқа қосылған күні',
  source: 'Дереккөз',
  page: '{{total}} беттің {{page}}-беті',
  undated: 'Күні көрсетілмеген',
  imageMissing: 'Сурет мұрағатта жоқ: {{name}}',
  imageBroken: 'Көрсету мүмкін болмаған сурет: {{name}}',
  lettersMissing: 'Құжат қаріптерінде жоқ таңбалар □ белгісімен басылды: {{codes}}',
}
