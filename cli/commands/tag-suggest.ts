import { tagName } from '../../core/model/tag.ts'
import type { TagSuggestion } from '../../core/model/tag-suggestion.ts'
import type { CommandContext } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'
import { UsageError } from '../usage-error.ts'

/** `tag suggest ID`: tags that an article speaks of and does not have, each with its reason. */
export async function suggestTags(context: CommandContext, operands: readonly string[]): Promise<ExitCode> {
  const client = await context.open()
  const [id, ...more] = await resolveIds(client, operands)
  if (id === undefined) throw new UsageError('cli.wrong.missing', { name: 'ID' })
  if (more.length > 0) throw new UsageError('cli.wrong.tooMany', { value: more.join(' ') })
  const suggestions = await client('tags.suggest', { id })
  const known = new Map((await client('tags.list', {})).map((tag) => [tag.id, tag]))
  const nameOf = (suggestion: TagSuggestion): string => {
    if (suggestion.type === 'new') return suggestion.name
    const tag = known.get(suggestion.tag)
    return tag === undefined ? suggestion.tag : tagName(tag, context.language)
  }
  context.print.result(suggestions, () =>
    suggestions.map((suggestion) => {
      const mark = suggestion.type === 'new' ? '+' : ' '
      return `${mark} ${suggestion.kind}:${nameOf(suggestion)}  ${suggestion.score.toFixed(2)}  «${suggestion.reason.found}»`
    }),
  )
  return EXIT.done
}
