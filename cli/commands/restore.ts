import { resolve } from 'node:path'
import { restoreBackup } from '../../core/archive/restore-backup.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { printBackup } from './backup.ts'

/** `restore`: makes an archive of a backup in a folder that is empty or not there yet. */
export const restoreCommand: Command = {
  name: 'restore',
  about: 'cli.about.restore',
  usage: ['restore FILE.zip --to DIR'],
  options: { to: { type: 'string', placeholder: 'DIR', about: 'cli.option.toFolder' } },
  operands: { least: 1, most: 1, names: ['FILE.zip'] },
  run: async (context) => {
    const folder = resolve(context.options.required('to'))
    const file = resolve(context.operands[0] ?? '')
    const stop = new AbortController()
    const cancel = (): void => stop.abort()
    process.once('SIGINT', cancel)
    try {
      printBackup(context, await restoreBackup({ file, folder, signal: stop.signal }))
    } finally {
      process.off('SIGINT', cancel)
    }
    return EXIT.done
  },
}
