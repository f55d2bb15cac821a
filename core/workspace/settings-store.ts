import * as v from 'valibot'
import { settingsChange } from '../contract/schemas.ts'
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts'
import { readPrivateJson, writePrivateJson } from './private-file.ts'

export interface SettingsStore {
  read(): Promise<Settings>
  write(change: Partial<Settings>): Promise<Settings>
}

/** Settings of a person in one JSON file. Values that do not fit count as not set. */
export function createSettingsStore(path: string): SettingsStore {
  const read = async (): Promise<Settings> => {
    const stored = await readPrivateJson(path)
    if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS
    const fitting = Object.entries(stored).filter(([key, value]: [string, unknown]) =>
      v.is(settingsChange, { [key]: value }),
    )
    return { ...DEFAULT_SETTINGS, ...v.parse(settingsChange, Object.fromEntries(fitting)) }
  }
  // One write after the other, so that two changes at once are both kept.
  let last: Promise<unknown> = Promise.resolve()
  return {
    read,
    write: (change) => {
      const next = last
        .catch(() => undefined)
        .then(async () => {
          const settings = { ...(await read()), ...change }
          await writePrivateJson(path, settings)
          return settings
        })
      last = next
      return next
    },
  }
}
