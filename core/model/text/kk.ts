import { archiveKk } from './kk/archive.ts'
import { cliKk } from './kk/cli.ts'
import { documentsKk } from './kk/documents.ts'
import { editorKk } from './kk/editor.ts'
import { errorsKk } from './kk/errors.ts'
import { firstRunKk } from './kk/first-run.ts'
import { importKk } from './kk/import.ts'
import { libraryKk } from './kk/library.ts'
import { menuKk } from './kk/menu.ts'
import { printedKk } from './kk/printed.ts'
import { readerKk } from './kk/reader.ts'
import { reviewKk } from './kk/review.ts'
import { searchKk } from './kk/search.ts'
import { settingsKk } from './kk/settings.ts'
import { shellKk } from './kk/shell.ts'
import { storiesKk } from './kk/stories.ts'
import { tagPageKk } from './kk/tag-page.ts'
import { tagsKk } from './kk/tags.ts'
import { timelineKk } from './kk/timeline.ts'
import type { en } from './en.ts'
import type { MessagesOf } from './messages.ts'

/** All messages in Kazakh. */
export const kk: MessagesOf<typeof en, 'kk'> = {
  shell: shellKk,
  reader: readerKk,
  library: libraryKk,
  review: reviewKk,
  search: searchKk,
  editor: editorKk,
  tags: tagsKk,
  tagPage: tagPageKk,
  stories: storiesKk,
  timeline: timelineKk,
  import: importKk,
  documents: documentsKk,
  printed: printedKk,
  archive: archiveKk,
  settings: settingsKk,
  errors: errorsKk,
  cli: cliKk,
  menu: menuKk,
  firstRun: firstRunKk,
}
