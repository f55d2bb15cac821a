import { Pencil, Plus, StickyNote, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isAppError } from '../../../core/contract/app-error.ts'
import { firstDayOf, lastDayOf } from '../../../core/model/calendar-day.ts'
import { formatDayShort } from '../../../core/model/locale.ts'
import { isPartialDay } from '../../../core/model/calendar-day.ts'
import type { TimelineNote } from '../../../core/model/moments.ts'
import { parseTypedDay } from '../../../core/model/typed-day.ts'
import type { CommandContext } from '../../commands/command.ts'
import { offerUndo } from '../../commands/offer-undo.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { useRoute } from '../../state/route-store.ts'
import styles from './moments-panel.module.css'
import { periodLabel } from './units.ts'

/** A note that may not be saved yet. */
type NoteDraft = Omit<TimelineNote, 'id'> & { readonly id?: string }

/** The office's notes on days and periods: written, changed, deleted and brought back. */
export function NotesPanel() {
  const translate = useTranslate()
  const context = useCommandContext()
  const { filter } = useRoute()
  const { data = [] } = useRequest('timeline.notes', {})
  const [open, setOpen] = useState<NoteDraft | null>(null)
  return (
    <section className={styles.card} aria-label={translate('timeline.notes')}>
      <h2>
        <StickyNote size={16} aria-hidden />
        {translate('timeline.notes')}
      </h2>
      {data.length === 0 ? <p className={styles.empty}>{translate('timeline.notesEmpty')}</p> : null}
      <ul>
        {data.map((note) => (
          <li key={note.id} className={styles.line}>
            <span>{note.text}</span>
            <span className={styles.noteActs}>
              <IconButton label={`${translate('timeline.noteEdit')}: ${note.text}`} onClick={() => setOpen(note)}>
                <Pencil size={14} aria-hidden />
              </IconButton>
              <IconButton
                label={translate('timeline.noteDelete', { text: note.text })}
                onClick={() => runAct(() => deleteNote(context, note), context)}
              >
                <Trash2 size={14} aria-hidden />
              </IconButton>
            </span>
            <span className={styles.detail}>{periodLabel(note.from, note.to, translate)}</span>
          </li>
        ))}
      </ul>
      {open === null ? (
        <Button
          icon={<Plus size={15} aria-hidden />}
          onClick={() => setOpen({ from: filter.from ?? '', to: filter.to ?? '', text: '' })}
        >
          {translate('timeline.noteAdd')}
        </Button>
      ) : (
        <NoteForm key={open.id ?? ''} note={open} before={data} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

interface FormProps {
  readonly note: NoteDraft
  readonly before: readonly TimelineNote[]
  readonly onClose: () => void
}

function NoteForm({ note, before, onClose }: FormProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const typed = (day: string): string => (isPartialDay(day) ? formatDayShort(day, translate.language) : '')
  const [text, setText] = useState(note.text)
  const [from, setFrom] = useState(typed(note.from))
  const [to, setTo] = useState(note.to === note.from ? '' : typed(note.to))
  const [tried, setTried] = useState(false)
  const { draft, problems } = readNote({ text, from, to })
  const save = async (): Promise<void> => {
    setTried(true)
    if (draft === null) return
    await saveNote(context, { ...(note.id === undefined ? {} : { id: note.id }), ...draft }, before)
    onClose()
  }
  const problem = (key: keyof typeof problems): string | null => {
    const found = problems[key]
    return tried && found !== null ? translate(found) : null
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        runAct(save, context)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <TextField
        label={translate('timeline.noteText')}
        value={text}
        onChange={setText}
        problem={problem('text')}
        autoFocus
      />
      <TextField label={translate('timeline.noteFrom')} value={from} onChange={setFrom} problem={problem('from')} />
      <TextField label={translate('timeline.noteTo')} value={to} onChange={setTo} problem={problem('to')} />
      <div className={styles.formActs}>
        <Button look="primary" type="submit">
          {translate('editor.save')}
        </Button>
        <Button onClick={onClose}>{translate('shell.cancel')}</Button>
      </div>
    </form>
  )
}

type Problem = 'timeline.noteNoText' | 'documents.dayProblem' | 'documents.daysReversed'

interface ReadNote {
  readonly draft: Omit<TimelineNote, 'id'> | null
  readonly problems: Readonly<Record<'text' | 'from' | 'to', Problem | null>>
}

/** Reads what was typed. A month or a year stands for all its days; without a last day the note is on the first. */
function readNote({ text, from, to }: { text: string; from: string; to: string }): ReadNote {
  const start = parseTypedDay(from)
  const end = to.trim() === '' ? start : parseTypedDay(to)
  const days = start === null || end === null ? null : { from: firstDayOf(start), to: lastDayOf(end) }
  const isReversed = days !== null && days.to < days.from
  const problems = {
    text: text.trim() === '' ? 'timeline.noteNoText' : null,
    from: start === null ? 'documents.dayProblem' : null,
    to: end === null && to.trim() !== '' ? 'documents.dayProblem' : isReversed ? 'documents.daysReversed' : null,
  } as const
  const isGood = Object.values(problems).every((found) => found === null)
  return { draft: isGood && days !== null ? { ...days, text: text.trim() } : null, problems }
}

async function saveNote(context: CommandContext, note: NoteDraft, before: readonly TimelineNote[]): Promise<void> {
  const { connection, translate } = context
  const saved = await connection.request('timeline.saveNote', note)
  await refresh(context)
  const old = before.find(({ id }) => id === note.id)
  offerUndo(context, `${translate('timeline.noteSaved')}: ${saved.text}`, async () => {
    if (old === undefined) await connection.request('timeline.deleteNote', { id: saved.id })
    else await connection.request('timeline.saveNote', old)
    await refresh(context)
  })
}

async function deleteNote(context: CommandContext, note: TimelineNote): Promise<void> {
  const { connection, translate } = context
  try {
    await connection.request('timeline.deleteNote', { id: note.id })
  } catch (error) {
    // Deleted elsewhere already: the list on the screen was old.
    if (!isAppError(error, 'not-found')) throw error
    await refresh(context)
    return
  }
  await refresh(context)
  const { from, to, text } = note
  offerUndo(context, `${translate('timeline.noteDeleted')}: ${text}`, async () => {
    await connection.request('timeline.saveNote', { from, to, text })
    await refresh(context)
  })
}

function refresh({ queryClient }: CommandContext): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['timeline.notes'] })
}
