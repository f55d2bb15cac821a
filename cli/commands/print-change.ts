import type { BulkChange } from '../../core/contract/results.ts'
import type { CommandContext } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'

/** Prints what a change of many articles did. */
export function printChange(
  { print, translate }: CommandContext,
  change: BulkChange & { readonly tags: readonly string[] },
): ExitCode {
  print.result(change, () => [
    translate('cli.done.tagged', { count: change.changed.length }),
    ...(change.unchanged > 0 ? [translate('cli.done.unchanged', { count: change.unchanged })] : []),
    ...change.failed.map(({ id, message }) => `${id}  ${message}`),
  ])
  if (change.failed.length === 0) return EXIT.done
  return change.changed.length + change.unchanged > 0 ? EXIT.partly : EXIT.failed
}
