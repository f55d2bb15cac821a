import type { settingsEn } from '../en/settings.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `settings` in Russian. */
export const settingsRu: MessagesOf<typeof settingsEn, 'ru'> = {
  title: 'Настройки',
  language: 'Язык программы',
  theme: 'Тема',
  themes: {
    system: 'Как в системе',
    light: 'Светлая',
    dark: 'Тёмная',
  },
  density: 'Высота строк',
  densities: {
    comfortable: 'Просторно',
    compact: 'Компактно',
    line: 'В одну строку',
  },
  singleKeys: 'Одиночные буквы работают как команды в списке',
  singleKeysHelp: 'Отключите, если пользуетесь голосовым вводом.',
  officeName: 'Название пресс-службы в PDF',
  archive: 'Архив',
  archiveName: 'Название',
  archiveFolder: 'Папка',
  archiveContents: 'Содержимое',
  unreadable_one: '{{n}} файл не читается',
  unreadable_few: '{{n}} файла не читаются',
  unreadable_many: '{{n}} файлов не читается',
  unreadable_other: '{{n}} файла не читаются',
}
