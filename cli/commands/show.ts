import { formatDay } from '../../core/model/locale.ts'
import type { Article } from '../../core/model/article.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'

/** `show`: one whole article. */
export const showCommand: Command = {
  name: 'show',
  about: 'cli.about.show',
  usage: ['show ID'],
  options: {},
  operands: { least: 1, most: 1, names: ['ID'] },
  run: async (context) => {
    const client = await context.open()
    const [id] = await resolveIds(client, context.operands)
    if (id === undefined) return EXIT.usage
    const article = await client('articles.read', { id })
    // The date stands under the same name as in every other command.
    context.print.result({ ...article, publishedOn: article.published }, () => asLines(context, article))
    return EXIT.done
  },
}

function asLines({ translate, language }: CommandContext, article: Article): readonly string[] {
  const day = article.published === null ? translate('shell.unknown') : formatDay(article.published, language)
  const tags = Object.entries(article.tags).flatMap(([kind, ids]) => ids.map((id) => `${kind}:${id}`))
  const head = [article.title, article.subtitle, `${article.id}  ${day}  ${article.outlet}`, article.authors.join(', ')]
  const tail = [article.url, tags.join('  ')]
  return [...head.filter(Boolean), '', article.body.trim(), '', ...tail.filter(Boolean)]
}
