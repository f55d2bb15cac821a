import { archiveRu } from './ru/archive.ts'
import { cliRu } from './ru/cli.ts'
import { documentsRu } from './ru/documents.ts'
import { editorRu } from './ru/editor.ts'
import { errorsRu } from './ru/errors.ts'
import { firstRunRu } from './ru/first-run.ts'
import { importRu } from './ru/import.ts'
import { libraryRu } from './ru/library.ts'
import { menuRu } from './ru/menu.ts'
import { printedRu } from './ru/printed.ts'
import { readerRu } from './ru/reader.ts'
import { reviewRu } from './ru/review.ts'
import { searchRu } from './ru/search.ts'
import { settingsRu } from './ru/settings.ts'
import { shellRu } from './ru/shell.ts'
import { storiesRu } from './ru/stories.ts'
import { tagPageRu } from './ru/tag-page.ts'
import { tagsRu } from './ru/tags.ts'
import { timelineRu } from './ru/timeline.ts'
import type { en } from './en.ts'
import type { MessagesOf } from './messages.ts'

/** All messages in Russian. */
export const ru: MessagesOf<typeof en, 'ru'> = {
  shell: shellRu,
  reader: readerRu,
  library: libraryRu,
  review: reviewRu,
  search: searchRu,
  editor: editorRu,
  tags: tagsRu,
  tagPage: tagPageRu,
  stories: storiesRu,
  timeline: timelineRu,
  import: importRu,
  documents: documentsRu,
  printed: printedRu,
  archive: archiveRu,
  settings: settingsRu,
  errors: errorsRu,
  cli: cliRu,
  menu: menuRu,
  firstRun: firstRunRu,
}
