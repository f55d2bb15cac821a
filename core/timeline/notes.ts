import { createYamlList, type ArchiveFiles } from '../archive/yaml-list.ts'
import { AppError } from '../contract/app-error.ts'
import { isPartialDay, precisionOf } from '../model/calendar-day.ts'
import type { TimelineNote } from '../model/moments.ts'

/** Remarks on days and periods, kept in the archive. */
export interface TimelineNotes {
  /** By first day. */
  list(): Promise<readonly TimelineNote[]>
  /** Without `id` a new note. Fails with `not-found` for an unknown id, `bad-date` if it ends before it begins. */
  save(note: Omit<TimelineNote, 'id'> & { readonly id?: string }): Promise<TimelineNote>
  remove(id: string): Promise<void>
}

const HEAD = '# Notes on days and periods of the timeline. May be edited by hand.\n'

/** Opens the notes of an archive. */
export function createTimelineNotes(files: ArchiveFiles): TimelineNotes {
  const list = createYamlList<TimelineNote>({ files, name: 'notes.yaml', head: HEAD, parseItem: parseNote })
  const require = async (id: string): Promise<void> => {
    if ((await list.read()).some((note) => note.id === id)) return
    throw new AppError('not-found', `There is no note "${id}".`, { note: id })
  }
  return {
    list: async () => [...(await list.read())].sort((one, other) => (one.from < other.from ? -1 : 1)),
    save: async ({ id, from, to, text }) => {
      if (to < from)
        throw new AppError('bad-date', `A note cannot end on ${to} before it begins on ${from}.`, { from, to })
      if (id !== undefined) await require(id)
      let saved: TimelineNote = { id: id ?? '', from, to, text }
      await list.change((notes) => {
        saved = { ...saved, id: id ?? freeId(notes) }
        return id === undefined ? [...notes, saved] : notes.map((note) => (note.id === id ? saved : note))
      })
      return saved
    },
    remove: async (id) => {
      await require(id)
      await list.change((notes) => notes.filter((note) => note.id !== id))
    },
  }
}

function freeId(notes: readonly TimelineNote[]): string {
  const taken = new Set(notes.map((note) => note.id))
  let number = notes.length + 1
  while (taken.has(`note-${number}`)) number += 1
  return `note-${number}`
}

function parseNote(value: unknown): TimelineNote | null {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('text' in value)) return null
  const { from, text } = value
  const to = 'to' in value && isWholeDay(value.to) ? value.to : from
  const id = 'id' in value && typeof value.id === 'string' ? value.id : ''
  if (!isWholeDay(from) || !isWholeDay(to) || typeof text !== 'string') return null
  return { id: id === '' ? `${from} ${text}`.slice(0, 60) : id, from, to: to < from ? from : to, text }
}

function isWholeDay(value: unknown): value is string {
  return typeof value === 'string' && isPartialDay(value) && precisionOf(value) === 'day'
}
