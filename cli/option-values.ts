import { firstDayOf, isPartialDay, lastDayOf } from '../core/model/calendar-day.ts'
import { UsageError } from './usage-error.ts'

/** The options of a call, by name. */
export interface OptionValues {
  /** The last value given, or undefined. */
  text(name: string): string | undefined
  /** @throws UsageError where it is missing. */
  required(name: string): string
  all(name: string): readonly string[]
  flag(name: string): boolean
  /** One of a closed list. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined
  choices<Choice extends string>(name: string, choices: readonly Choice[]): readonly Choice[]
  whole(name: string, least: number, most: number): number | undefined
  /** A day, or the first or last day of a month or year. */
  day(name: string, edge: 'first' | 'last'): string | null
}

type ParsedValue = string | boolean | readonly (string | boolean)[] | undefined

/** Makes typed access to what `parseArgs` found. */
export function createOptionValues(parsed: Readonly<Record<string, ParsedValue>>): OptionValues {
  const all = (name: string): readonly string[] => {
    const value = parsed[name]
    return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string')
  }
  const text = (name: string): string | undefined => all(name).at(-1)
  return {
    all,
    text,
    required: (name) => {
      const value = text(name)
      if (value === undefined || value === '') throw new UsageError('cli.wrong.missing', { name: `--${name}` })
      return value
    },
    flag: (name) => parsed[name] === true,
    choice: (name, choices) => {
      const value = text(name)
      return value === undefined ? undefined : chosen(name, value, choices)
    },
    choices: (name, choices) => all(name).map((value) => chosen(name, value, choices)),
    whole: (name, least, most) => {
      const value = text(name)
      return value === undefined ? undefined : wholeNumber(name, value, least, most)
    },
    day: (name, edge) => {
      const value = text(name)
      if (value === undefined) return null
      if (!isPartialDay(value)) throw new UsageError('cli.wrong.date', { name: `--${name}`, value })
      return edge === 'first' ? firstDayOf(value) : lastDayOf(value)
    },
  }
}

function chosen<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) {
    throw new UsageError('cli.wrong.choice', { name: `--${name}`, value, choices: choices.join(', ') })
  }
  return found
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1
  if (number < least || number > most) {
    throw new UsageError('cli.wrong.number', { name: `--${name}`, value, least: String(least), most: String(most) })
  }
  return number
}
