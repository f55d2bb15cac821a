import type { ArchiveClient } from '../../core/contract/archive-api.ts'
import type { ArticleVersion } from '../../core/contract/results.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import { AppError } from '../../core/contract/app-error.ts'
import type { Command, CommandContext } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { resolveIds } from '../resolve-ids.ts'

/** `history`: earlier versions of an article, to look at and to bring back. */
export const historyCommand: Command = {
  name: 'history',
  writesWith: ['restore'],
  about: 'cli.about.history',
  usage: ['history ID', 'history ID VERSION [--restore]'],
  options: { restore: { type: 'boolean', about: 'cli.option.restoreVersion' } },
  operands: { least: 1, most: 2, names: ['ID', 'VERSION'] },
  run: async (context) => {
    const [written = '', wanted] = context.operands
    const client = await context.open()
    const [id] = await resolveIds(client, [written])
    if (id === undefined) return EXIT.usage
    const versions = await client('articles.versions', { id })
    if (wanted === undefined) return listVersions(context, versions)
    const { name } = findVersion(versions, wanted)
    return context.options.flag('restore') ? restore(context, client, id, name) : show(context, client, id, name)
  },
}

function listVersions({ print, translate }: CommandContext, versions: readonly ArticleVersion[]): ExitCode {
  print.result(versions, () =>
    versions.length === 0
      ? [translate('reader.historyEmpty')]
      : versions.map(({ hash, replacedAt }) => `${hash}  ${translate('reader.replacedAt', { when: replacedAt })}`),
  )
  return EXIT.done
}

/** A version by its name or the beginning of its hash; of several that are alike the latest. */
function findVersion(versions: readonly ArticleVersion[], wanted: string): ArticleVersion {
  const found = versions.find(({ name, hash }) => name === wanted || hash.startsWith(wanted.toLowerCase()))
  if (found === undefined) throw new AppError('not-found', `There is no version "${wanted}".`, { version: wanted })
  return found
}

async function show({ print }: CommandContext, client: ArchiveClient, id: ArticleId, name: string): Promise<ExitCode> {
  const article = await client('articles.readVersion', { id, name })
  print.result(article, () => [article.title, '', article.body.trim()])
  return EXIT.done
}

async function restore(
  { print, translate }: CommandContext,
  client: ArchiveClient,
  id: ArticleId,
  name: string,
): Promise<ExitCode> {
  const saved = await client('articles.restoreVersion', { id, name })
  print.result(saved.article, () => [translate('reader.versionRestored')])
  return EXIT.done
}
