import type { settingsEn } from '../en/settings.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `settings` in Kazakh. */
export const settingsKk: MessagesOf<typeof settingsEn, 'kk'> = {
  title: 'Баптаулар',
  language: 'Бағдарлама тілі',
  theme: 'Көрінісі',
  themes: {
    system: 'Жүйедегідей',
    light: 'Ашық',
    dark: 'Қараңғы',
  },
  density: 'Жолдардың биіктігі',
  densities: {
    comfortable: 'Кең',
    compact: 'Ықшам',
    line: 'Бір жолда',
  },
  singleKeys: 'Жеке әріптер тізімде пәрмен ретінде жұмыс істейді',
  singleKeysHelp: 'Дауыспен енгізуді қолдансаңыз, өшіріп қойыңыз.',
  officeName: 'PDF құжаттағы баспасөз қызметінің атауы',
  archive: 'Мұрағат',
  archiveName: 'Атауы',
  archiveFolder: 'Қалта',
  archiveContents: 'Мазмұны',
  unreadable_one: '{{n}} файл оқылмайды',
  unreadable_other: '{{n}} файл оқылмайды',
}
