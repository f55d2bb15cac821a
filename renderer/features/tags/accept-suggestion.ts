import type { ArticleId } from '../../../core/model/article-id.ts'
import type { Tag } from '../../../core/model/tag.ts'
import type { TagSuggestion } from '../../../core/model/tag-suggestion.ts'
import type { CommandContext } from '../../commands/command.ts'
import { notify } from '../../state/toast-store.ts'
import { changeTag } from '../library/article-acts.ts'

type ActContext = Pick<CommandContext, 'connection' | 'translate'>

/**
 * Sets a suggested tag on articles: a new name gets its tag first, a new form becomes another name of the tag.
 *
 * @param known the suggested tag as the registry has it; undefined for a new name
 */
export async function acceptSuggestion(
  context: ActContext,
  articles: readonly ArticleId[],
  suggestion: TagSuggestion,
  known: Tag | undefined,
  name: string,
): Promise<void> {
  const { connection, translate } = context
  const { kind } = suggestion
  const tag =
    known ??
    (await connection.request('tags.create', { kind, names: { [nameLanguage(name, translate.language)]: name } }))
  await changeTag(context, articles, { id: tag.id, name }, 'add')
  const alias = suggestion.type === 'known' ? suggestion.newAlias : null
  if (alias === null) return
  await connection.request('tags.update', { id: tag.id, aliases: [...tag.aliases, alias] })
  notify(translate('tags.aliasAdded', { alias, name }))
}

/** A name belongs to the language of its letters; Cyrillic without Kazakh letters may be either. */
function nameLanguage(name: string, shown: 'en' | 'ru' | 'kk'): 'en' | 'ru' | 'kk' {
  if (/[әғқңөұүһі]/iu.test(name)) return 'kk'
  if (/[\u0400-\u04ff]/u.test(name)) return shown === 'kk' ? 'kk' : 'ru'
  return 'en'
}
