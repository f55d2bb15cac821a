import { Library } from 'lucide-react'
import { useState } from 'react'
import type { TagUsage } from '../../../core/contract/results.ts'
import { NO_FILTER } from '../../../core/model/article-filter.ts'
import { LANGUAGES } from '../../../core/model/language.ts'
import { TAG_KINDS, TAG_PALETTE, tagName } from '../../../core/model/tag.ts'
import { runAct, useCommandContext } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { TagDot } from '../../components/tag-dot.tsx'
import { TextField } from '../../components/text-field.tsx'
import { notify } from '../../state/toast-store.ts'
import { useTranslate } from '../../i18n.tsx'
import { navigate } from '../../state/route-store.ts'
import { changeRegistry } from './change-registry.ts'
import { MergeTag } from './merge-tag.tsx'
import { aliasesOf, dayOf, draftOf, namesOf, type TagDraft } from './tag-draft.ts'
import styles from './tag-panel.module.css'

interface TagPanelProps {
  readonly tag: TagUsage
  readonly all: readonly TagUsage[]
  /** The tag was merged away or deleted. */
  readonly onGone: () => void
}

/** Everything about one tag, and what can be done with it. */
export function TagPanel({ tag, all, onGone }: TagPanelProps) {
  const translate = useTranslate()
  const context = useCommandContext()
  const name = tagName(tag, translate.language)
  return (
    <>
      <header className={styles.head}>
        <TagDot color={tag.color} />
        <h2>{name}</h2>
        <Button
          icon={<Library size={15} aria-hidden />}
          onClick={() => navigate({ screen: 'library', query: '', filter: { ...NO_FILTER, tags: [tag.id] } })}
        >
          {translate('tags.showArticles')} · {translate('library.articles', { count: tag.count })}
        </Button>
      </header>
      <TagForm tag={tag} />
      <MergeTag tag={tag} all={all} onGone={onGone} />
      <div className={styles.acts}>
        {TAG_KINDS.filter((kind) => kind !== tag.kind).map((kind) => {
          const label = translate(`tags.kinds.${kind}`)
          return (
            <Button
              key={kind}
              onClick={() =>
                runAct(
                  () =>
                    changeRegistry(
                      context,
                      { type: 'convert', id: tag.id, kind },
                      translate('tags.converted', { name, kind: label }),
                    ),
                  context,
                )
              }
            >
              {translate('tags.convert', { kind: label })}
            </Button>
          )
        })}
        <Button
          look="danger"
          onClick={() =>
            runAct(async () => {
              const operation = { type: 'delete', id: tag.id, replaceWith: null } as const
              await changeRegistry(context, operation, translate('tags.removed', { name }))
              onGone()
            }, context)
          }
        >
          {translate('tags.remove')}
        </Button>
      </div>
    </>
  )
}

function TagForm({ tag }: { readonly tag: TagUsage }) {
  const translate = useTranslate()
  const context = useCommandContext()
  const [draft, setDraft] = useState<TagDraft>(() => draftOf(tag))
  const change = (part: Partial<TagDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const [from, to] = [dayOf(draft.from), dayOf(draft.to)]
  const names = namesOf(draft.names)
  const hasName = Object.keys(names).length > 0
  const country = draft.country.trim().toUpperCase()
  const isCountry = /^(?:[A-Z]{2})?$/.test(country)
  const save = async (): Promise<void> => {
    if (from === null || to === null) return
    const { color, web, note } = draft
    const aliases = aliasesOf(draft.aliases)
    await context.connection.request('tags.update', { id: tag.id, names, aliases, color, from, to, web, country, note })
    notify(translate('tags.saved', { name: tagName({ id: tag.id, names }, translate.language) }))
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        runAct(save, context)
      }}
    >
      {LANGUAGES.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={translate(`tags.names.${language}`)}
          value={draft.names[language]}
          onChange={(name) => change({ names: { ...draft.names, [language]: name } })}
        />
      ))}
      {hasName ? null : <p className={styles.problem}>{translate('tags.needName')}</p>}
      <label className={styles.lines}>
        <span>{translate('tags.aliases')}</span>
        <textarea
          rows={Math.min(8, Math.max(3, draft.aliases.split('\n').length))}
          value={draft.aliases}
          onChange={(event) => change({ aliases: event.target.value })}
        />
        <span className={styles.help}>{translate('tags.aliasesHelp')}</span>
      </label>
      <ColorChoice value={draft.color} onChange={(color) => change({ color })} />
      <div className={styles.pair}>
        <TextField
          label={translate('tags.from')}
          value={draft.from}
          help={translate('tags.dayHelp')}
          problem={from === null ? translate('tags.wrongDay', { value: draft.from }) : null}
          onChange={(text) => change({ from: text })}
        />
        <TextField
          label={translate('tags.to')}
          value={draft.to}
          help={translate('tags.dayHelp')}
          problem={to === null ? translate('tags.wrongDay', { value: draft.to }) : null}
          onChange={(text) => change({ to: text })}
        />
      </div>
      <div className={styles.pair}>
        <TextField label={translate('tags.web')} value={draft.web} onChange={(web) => change({ web })} />
        {tag.kind === 'partner' ? (
          <TextField
            label={translate('tags.country')}
            value={draft.country}
            problem={isCountry ? null : translate('tags.country')}
            onChange={(text) => change({ country: text })}
          />
        ) : null}
      </div>
      <TextField label={translate('tags.note')} value={draft.note} onChange={(note) => change({ note })} />
      <Button look="primary" type="submit" disabled={!hasName || from === null || to === null || !isCountry}>
        {translate('tags.save')}
      </Button>
    </form>
  )
}

interface ColorChoiceProps {
  readonly value: string
  readonly onChange: (color: string) => void
}

function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const translate = useTranslate()
  const colors: readonly string[] = TAG_PALETTE.some((color) => color === value) ? TAG_PALETTE : [value, ...TAG_PALETTE]
  return (
    <fieldset className={styles.colors}>
      <legend>{translate('tags.color')}</legend>
      {colors.map((color) => (
        <label key={color} title={color}>
          <input
            type="radio"
            name="tag-color"
            className="visually-hidden"
            aria-label={color}
            checked={color === value}
            onChange={() => onChange(color)}
          />
          <span className={styles.swatch} style={{ '--tag': color }} aria-hidden />
        </label>
      ))}
    </fieldset>
  )
}
