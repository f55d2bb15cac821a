import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../../../../../core/model/language.ts'
import { en } from '../../../../../core/model/text/en.ts'
import { kk } from '../../../../../core/model/text/kk.ts'
import { ru } from '../../../../../core/model/text/ru.ts'

type Tree = { readonly [key: string]: string | Tree }
const CATALOGUES: Readonly<Record<Language, Tree>> = { en, ru, kk }
const FORMS = /_(?:one|few|many|other)$/

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].toSorted()

describe('the message catalogues', () => {
  test.each(LANGUAGES)('leave no message of %s empty', (language) => {
    expect(flat(CATALOGUES[language]).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test.each(['ru', 'kk'] as const)('use the same placeholders in %s as in English', (language) => {
    const english = new Map(flat(en).map(([key, text]) => [key.replace(FORMS, ''), placeholders(text)]))
    // `n` may be left out of a form that says the number in words.
    const wrong = flat(CATALOGUES[language]).filter(([key, text]) => {
      const expected = english.get(key.replace(FORMS, '')) ?? []
      const found = placeholders(text)
      return (
        JSON.stringify(expected.filter((name) => name !== 'n')) !== JSON.stringify(found.filter((name) => name !== 'n'))
      )
    })
    expect(wrong).toEqual([])
  })

  test.each(LANGUAGES)('have every plural form that %s needs', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    const found = new Map<string, string[]>()
    for (const [key] of flat(CATALOGUES[language])) {
      const form = FORMS.exec(key)?.[0].slice(1)
      if (form !== undefined) found.set(key.replace(FORMS, ''), [...(found.get(key.replace(FORMS, '')) ?? []), form])
    }
    for (const [key, forms] of found) expect([key, forms.toSorted()]).toEqual([key, needed])
  })

  test('write Kazakh with Kazakh letters, and no Russian text in its place', () => {
    const copied = flat(kk).filter(([key, text]) => {
      const russian = flat(ru).find(([other]) => other === key)?.[1]
      return russian === text && /[а-яё]{4,} [а-яё]{4,}/i.test(text)
    })
    expect(copied).toEqual([])
  })

  test('hold no HTML', () => {
    for (const language of LANGUAGES) {
      expect(flat(CATALOGUES[language]).filter(([, text]) => /<\/?[a-z]/i.test(text))).toEqual([])
    }
  })
})
