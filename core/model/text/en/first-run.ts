/** Messages of the area `first-run` in English. */
export const firstRunEn = {
  welcome: 'Your press archive',
  intro: 'Articles stay in an ordinary folder on this computer, readable without this program.',
  ownName: 'English',
  language: 'Language',
  folder: 'Folder for the archive',
  folderHelp: 'A new or an empty folder. On a shared or cloud folder, open it on one computer at a time.',
  chooseFolder: 'Choose…',
  name: 'Name of the archive',
  nameSuggestion: 'Press archive',
  create: 'Create archive',
  createSample: 'Try with sample articles',
  openExisting: 'Open an existing archive',
  recent: 'Opened before',
  working: 'Preparing the archive…',
  needFolder: 'Choose a folder',
  needName: 'Give the archive a name',
} as const
