import { AppError } from '../core/contract/app-error.ts'
import type { CommandContext, OptionSpec } from './command.ts'

/** The option of every command that may change many articles. */
export const YES: Readonly<Record<'yes', OptionSpec>> = {
  yes: { type: 'boolean', short: 'y', about: 'cli.option.yes' },
}

/** What an act would touch: articles of a dry run. */
interface DryRun {
  readonly total: number
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  readonly confirmed: string | null
}

/**
 * Prints a dry run where the act needs one, and goes on only with `--yes`.
 *
 * @throws AppError `needs-confirmation` without it; nothing is changed then
 */
export function confirmFirst(
  { print, options, translate }: CommandContext,
  { total, articles, confirmed }: DryRun,
): { readonly confirmed?: string } {
  if (confirmed === null) return {}
  for (const { id, title } of articles) print.note(`${id}  ${title}`)
  print.note(translate('library.dryRun', { count: total }))
  if (options.flag('yes')) return { confirmed }
  throw new AppError('needs-confirmation', `This changes ${total} articles at once: nothing was done without --yes.`, {
    articles: total,
  })
}
