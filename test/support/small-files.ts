import { createHash } from 'node:crypto'
import { AppError } from '../../core/contract/app-error.ts'
import type { ArchiveFiles } from '../../core/archive/yaml-list.ts'

/** The archive's small files in memory, with the version rule of the real ones. */
export interface SmallFiles extends ArchiveFiles {
  /** Text of a file, or null. */
  text(name: string): string | null
  /** Changes a file as another program would. */
  writeByHand(name: string, text: string): void
}

/** Starts with these files. */
export function smallFiles(initial: Readonly<Record<string, string>> = {}): SmallFiles {
  const files = new Map(Object.entries(initial))
  const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex')
  return {
    readFile: (name) => {
      const text = files.get(name)
      return Promise.resolve(
        text === undefined ? null : { bytes: new TextEncoder().encode(text), version: versionOf(text) },
      )
    },
    saveFile: (name, bytes, version) => {
      const present = files.get(name)
      const current = present === undefined ? null : versionOf(present)
      if (current !== version) return Promise.reject(new AppError('version-conflict', `${name} was changed.`))
      files.set(name, new TextDecoder().decode(bytes))
      return Promise.resolve()
    },
    text: (name) => files.get(name) ?? null,
    writeByHand: (name, text) => void files.set(name, text),
  }
}
