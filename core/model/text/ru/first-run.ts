import type { firstRunEn } from '../en/first-run.ts'
import type { MessagesOf } from '../messages.ts'

/** Messages of the area `first-run` in Russian. */
export const firstRunRu: MessagesOf<typeof firstRunEn, 'ru'> = {
  welcome: 'Ваш пресс-архив',
  intro: 'Публикации хранятся в обычной папке на этом компьютере и читаются без этой программы.',
  ownName: 'Русский',
  language: 'Язык',
  folder: 'Папка для архива',
  folderHelp:
    'Новая или пустая папка. Если она общая или облачная, открывайте её только на одном компьютере одновременно.',
  chooseFolder: 'Выбрать…',
  name: 'Название архива',
  nameSuggestion: 'Пресс-архив',
  create: 'Создать архив',
  createSample: 'Попробовать на примерах',
  openExisting: 'Открыть существующий архив',
  recent: 'Недавние',
  working: 'Архив готовится…',
  needFolder: 'Укажите папку',
  needName: 'Укажите название архива',
}
