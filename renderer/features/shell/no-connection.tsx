import { LANGUAGES } from '../../../core/model/language.ts'
import { createTranslator } from '../../../core/translate/create-translator.ts'
import { EmptyState } from '../../components/empty-state.tsx'

/** Shown where the host does not know this page. The language of the person is not known here, so all three are used. */
export function NoConnection() {
  return (
    <main>
      {LANGUAGES.map((language) => {
        const translate = createTranslator(language)
        return (
          <div key={language} lang={language}>
            <EmptyState title={translate('shell.noConnectionTitle')}>{translate('shell.noConnectionBody')}</EmptyState>
          </div>
        )
      })}
    </main>
  )
}
