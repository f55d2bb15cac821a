import { useEffect, useState } from 'react'
import { formatNumber } from '../../../core/model/locale.ts'
import { Button } from '../../components/button.tsx'
import { LiveText } from '../../components/live-text.tsx'
import { useTranslate } from '../../i18n.tsx'
import { useTaskStore } from '../../state/task-store.ts'
import styles from './import-screen.module.css'
import { clockText, speedOf, withMark, type SpeedMark } from './run-speed.ts'
import type { ImportRunState } from './use-import.ts'

/** Moments of the running task; a pause begins them anew. */
function useMarks(task: string, paused: boolean): readonly SpeedMark[] {
  const [marks, setMarks] = useState<readonly SpeedMark[]>([])
  useEffect(() => {
    if (paused) return undefined
    const stop = useTaskStore.subscribe(({ tasks }) => {
      const done = tasks.find(({ id }) => id === task)?.progress?.done
      if (done === undefined) return
      setMarks((known) => (known.at(-1)?.done === done ? known : withMark(known, { time: Date.now(), done })))
    })
    return () => {
      stop()
      setMarks([])
    }
  }, [task, paused])
  return marks
}

/** How far the import is, how fast, and how long it will take; with pause and stop. */
export function ImportProgress({ run, task }: { readonly run: ImportRunState; readonly task: string }) {
  const translate = useTranslate()
  const progress = useTaskStore(({ tasks }) => tasks.find(({ id }) => id === task)?.progress ?? null)
  const marks = useMarks(task, run.paused)
  const known = progress !== null && progress.total > 0
  const speed = known ? speedOf(marks, progress.total) : null
  const number = (value: number, digits = 0): string => formatNumber(value, translate.language, digits)
  const parts = [
    known ? translate('import.progress', { done: number(progress.done), total: number(progress.total) }) : '',
    run.paused ? translate('import.paused') : '',
    speed === null || run.paused
      ? ''
      : translate('import.rate', { rate: number(speed.perSecond, speed.perSecond < 10 ? 1 : 0) }),
    speed === null || run.paused ? '' : translate('import.timeLeft', { time: clockText(speed.secondsLeft) }),
  ].filter((part) => part !== '')
  return (
    <div className={styles.progress}>
      <progress
        aria-label={translate('import.running')}
        {...(known ? { max: progress.total, value: progress.done } : {})}
      />
      <span>{parts.join(' · ')}</span>
      <LiveText text={parts.join(', ')} />
      <span className={styles.current}>{progress?.current}</span>
      <Button onClick={() => run.pause(!run.paused)}>{translate(run.paused ? 'import.goOn' : 'import.pause')}</Button>
      <Button onClick={run.cancel}>{translate('import.cancel')}</Button>
    </div>
  )
}
