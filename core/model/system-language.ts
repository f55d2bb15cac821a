import { LANGUAGES, type Language } from './language.ts'

/**
 * The language of the interface that fits the languages of the system best, English where none does.
 *
 * @example systemLanguage(['de-DE', 'kk_KZ.UTF-8', 'ru']) // 'kk'
 */
export function systemLanguage(preferred: readonly (string | undefined)[]): Language {
  for (const name of preferred) {
    const short = name?.slice(0, 2).toLowerCase()
    const found = LANGUAGES.find((language) => language === short && !/^[a-z]{3}/i.test(name ?? ''))
    if (found !== undefined) return found
  }
  return 'en'
}
