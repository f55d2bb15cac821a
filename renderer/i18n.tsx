import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import type { Language } from '../core/model/language.ts'
import { createTranslator, type Translate } from '../core/translate/create-translator.ts'

const TranslateContext = createContext<Translate>(createTranslator('en'))

/** Gives the components below their language and says it to the document, so that screen readers switch voice. */
export function TranslateProvider({
  language,
  children,
}: {
  readonly language: Language
  readonly children: ReactNode
}) {
  const translate = useMemo(() => createTranslator(language), [language])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <TranslateContext value={translate}>{children}</TranslateContext>
}

/** The translator of the interface; its `language` is what dates and numbers are formatted in. */
export function useTranslate(): Translate {
  return useContext(TranslateContext)
}
