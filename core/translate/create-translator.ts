import { createInstance } from 'i18next'
import type { Language } from '../model/language.ts'
import { formatNumber } from '../model/locale.ts'
import { en } from '../model/text/en.ts'
import { kk } from '../model/text/kk.ts'
import type { MessagePath } from '../model/text/messages.ts'
import { ru } from '../model/text/ru.ts'

/** Every message of the program by its dotted path, such as `shell.library`. */
export type MessageKey = MessagePath<typeof en>

/**
 * Values for the placeholders of a message. `count` chooses the plural form and is also there as the formatted `{{n}}`;
 * all other values are shown as given, so numbers and dates are passed already formatted.
 */
export interface MessageValues {
  readonly count?: number
  readonly [name: string]: string | number | undefined
}

/** Gives the text of a message in one language. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string
  readonly language: Language
}

const CATALOGUES = { en, ru, kk }

/**
 * Makes the translator of a language. Starts synchronously from the built-in catalogues; shared by the interface, menus,
 * command line and PDF.
 *
 * @example createTranslator('kk')('library.articles', { count: 12 }) // '12 мақала'
 */
export function createTranslator(language: Language): Translate {
  const instance = createInstance({
    lng: language,
    resources: { [language]: { translation: CATALOGUES[language] } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  })
  void instance.init()
  const translate = (key: MessageKey, values: MessageValues = {}): string => {
    const { count } = values
    const options: Record<string, unknown> = { ...values }
    if (count !== undefined) options.n = formatNumber(count, language)
    return instance.t(key, options)
  }
  return Object.assign(translate, { language })
}
