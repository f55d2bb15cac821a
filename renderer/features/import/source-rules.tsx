import { useQueryClient } from '@tanstack/react-query'
import { ARTICLE_KINDS } from '../../../core/model/article.ts'
import { ARTICLE_LANGUAGES } from '../../../core/model/language.ts'
import { isRuleActive, type SourceRule } from '../../../core/model/source-rule.ts'
import type { Translate } from '../../../core/translate/create-translator.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import page from '../../components/page.module.css'
import { requestKey } from '../../data/query-client.ts'
import { useRequest } from '../../data/use-request.ts'
import { useTranslate } from '../../i18n.tsx'
import { notify } from '../../state/toast-store.ts'
import { placeText } from './place-text.ts'

function languageText(value: string, translate: Translate): string {
  const language = ARTICLE_LANGUAGES.find((known) => known === value)
  return language === undefined ? value : translate(`shell.languages.${language}`)
}

function kindText(value: string, translate: Translate): string {
  const kind = ARTICLE_KINDS.find((known) => known === value)
  return kind === undefined ? value : translate(`shell.kinds.${kind}`)
}

/** What a rule says, in one sentence. */
function ruleText({ kind, was, value, head, mapping }: SourceRule, translate: Translate): string {
  switch (kind) {
    case 'outlet':
      return was === ''
        ? translate('import.rule.outletNone', { value })
        : translate('import.rule.outlet', { was, value })
    case 'authors':
      return was === ''
        ? translate('import.rule.authorsNone', { value })
        : translate('import.rule.authors', { was, value })
    case 'day-order':
      return translate('import.rule.dayOrder')
    case 'language':
      return translate('import.rule.language', {
        was: languageText(was, translate),
        value: languageText(value, translate),
      })
    case 'kind':
      return translate('import.rule.kind', { was: kindText(was, translate), value: kindText(value, translate) })
    case 'charset':
      return translate('import.rule.charset', { value })
    case 'columns': {
      const columns = (head ?? []).flatMap((name, column) => {
        const field = mapping?.[column] ?? null
        return field === null ? [] : [`${name} = ${translate(`import.fields.${field}`)}`]
      })
      return translate('import.rule.columns', { columns: columns.join(', ') })
    }
  }
}

function originText(rule: SourceRule, translate: Translate): string {
  if (rule.chosen) return translate('import.ruleChosen')
  const learnt = translate('import.ruleLearnt', { count: rule.learntFrom.length })
  return isRuleActive(rule) ? learnt : `${learnt}. ${translate('import.ruleWaiting')}`
}

/** Everything that the archive knows of sources, each rule with a way to remove it. */
export function SourceRules() {
  const translate = useTranslate()
  const context = useCommandContext()
  const queryClient = useQueryClient()
  const rules = useRequest('import.rules', {}).data ?? []
  if (rules.length === 0) return null
  const remove = (id: string): void =>
    runAct(async () => {
      await context.connection.request('import.removeRule', { id })
      await queryClient.invalidateQueries({ queryKey: requestKey('import.rules', {}) })
      notify(translate('import.ruleRemoved'))
    }, context)
  return (
    <section className={page.section} aria-labelledby="source-rules">
      <h2 id="source-rules" className={page.sectionTitle}>
        {translate('import.rules')}
      </h2>
      <p className={page.help}>{translate('import.rulesHelp')}</p>
      <ul className={page.list}>
        {rules.map((rule) => {
          const text = ruleText(rule, translate)
          return (
            <li key={rule.id} className={page.line}>
              <div className={page.lineText}>
                <p>{text}</p>
                <p className={page.lineMeta}>
                  {placeText(rule.place, translate)} · {originText(rule, translate)}
                </p>
              </div>
              <Button aria-label={`${translate('import.removeRule')}: ${text}`} onClick={() => remove(rule.id)}>
                {translate('import.removeRule')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
