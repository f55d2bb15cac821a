import { archiveEn } from './en/archive.ts'
import { cliEn } from './en/cli.ts'
import { documentsEn } from './en/documents.ts'
import { editorEn } from './en/editor.ts'
import { errorsEn } from './en/errors.ts'
import { firstRunEn } from './en/first-run.ts'
import { importEn } from './en/import.ts'
import { libraryEn } from './en/library.ts'
import { menuEn } from './en/menu.ts'
import { printedEn } from './en/printed.ts'
import { readerEn } from './en/reader.ts'
import { reviewEn } from './en/review.ts'
import { searchEn } from './en/search.ts'
import { settingsEn } from './en/settings.ts'
import { shellEn } from './en/shell.ts'
import { storiesEn } from './en/stories.ts'
import { tagPageEn } from './en/tag-page.ts'
import { tagsEn } from './en/tags.ts'
import { timelineEn } from './en/timeline.ts'

/** All messages in English. They define the keys that the other languages must have. */
export const en = {
  shell: shellEn,
  reader: readerEn,
  library: libraryEn,
  review: reviewEn,
  search: searchEn,
  editor: editorEn,
  tags: tagsEn,
  tagPage: tagPageEn,
  stories: storiesEn,
  timeline: timelineEn,
  import: importEn,
  documents: documentsEn,
  printed: printedEn,
  archive: archiveEn,
  settings: settingsEn,
  errors: errorsEn,
  cli: cliEn,
  menu: menuEn,
  firstRun: firstRunEn,
} as const
