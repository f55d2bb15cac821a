import { useState } from 'react'
import type { ArticleLanguage } from '../../../core/model/language.ts'
import { useTranslate } from '../../i18n.tsx'
import styles from './body-field.module.css'
import { canEditVisually, RichBody } from './rich-body.tsx'

interface BodyFieldProps {
  readonly value: string
  readonly language: ArticleLanguage
  readonly onChange: (markdown: string) => void
}

/** The text of the article: as it will be read, or as Markdown source. */
export function BodyField({ value, language, onChange }: BodyFieldProps) {
  const translate = useTranslate()
  const [asSource, setAsSource] = useState(() => !canEditVisually(value))
  const [refused, setRefused] = useState(asSource)
  const label = translate('editor.fields.body')
  const lang = language === 'other' ? undefined : language
  const change = (source: boolean): void => {
    // Visual editing of what it cannot hold would lose it.
    const possible = source || canEditVisually(value)
    setRefused(!possible)
    if (possible) setAsSource(source)
  }
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        <label className={styles.switch}>
          <input type="checkbox" checked={asSource} onChange={(event) => change(event.target.checked)} />
          {translate('editor.markdownSource')}
        </label>
      </div>
      {refused ? (
        <p className={styles.note} role="status">
          {translate('editor.sourceOnly')}
        </p>
      ) : null}
      {asSource ? (
        <textarea
          className={styles.source}
          aria-label={label}
          lang={lang}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <RichBody markdown={value} lang={lang} label={label} onChange={onChange} />
      )}
    </div>
  )
}
