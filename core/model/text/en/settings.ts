/** Messages of the area `settings` in English. */
export const settingsEn = {
  title: 'Settings',
  language: 'Language of the program',
  theme: 'Theme',
  themes: {
    system: 'As in the system',
    light: 'Light',
    dark: 'Dark',
  },
  density: 'Height of the rows',
  densities: {
    comfortable: 'Comfortable',
    compact: 'Compact',
    line: 'One line',
  },
  singleKeys: 'Single letters work as commands in the list',
  singleKeysHelp: 'Switch off if you use speech input.',
  officeName: 'Name of the office on PDFs',
  archive: 'Archive',
  archiveName: 'Name',
  archiveFolder: 'Folder',
  archiveContents: 'Contents',
  unreadable_one: '{{n}} file cannot be read',
  unreadable_other: '{{n}} files cannot be read',
} as const
