/** Messages of the area `editor` in English. */
export const editorEn = {
  newTitle: 'New article',
  editTitle: 'Edit article',
  fields: {
    title: 'Title',
    subtitle: 'Second headline',
    published: 'Date',
    outlet: 'Outlet',
    authors: 'Authors',
    kind: 'Kind',
    language: 'Language',
    url: 'Web address',
    initiative: 'Initiatives',
    partner: 'Partners',
    topic: 'Topics',
    summary: 'Summary',
    notes: 'Notes of the office',
    body: 'Text',
  },
  save: 'Save',
  saveAndNext: 'Save and next',
  saved: 'Saved',
} as const
