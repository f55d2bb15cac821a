import { useState } from 'react'
import { localDayOf } from '../../../core/model/locale.ts'

/** The user's calendar day, `yyyy-MM-dd`, as it was when the place was opened: a list must not move at midnight. */
export function useToday(): string {
  const [today] = useState(() => localDayOf(Date.now()))
  return today
}
