import type { Language } from '../language.ts'

/** Messages by key, grouped by area. English defines the keys. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree
}

/** Plural forms that a language needs; a key with forms is written `articles_one`, `articles_other`, ... */
interface PluralForms {
  readonly en: 'one' | 'other'
  readonly ru: 'one' | 'few' | 'many' | 'other'
  readonly kk: 'one' | 'other'
}

/**
 * The shape that a translation of `Tree` must have: the same keys, with the plural forms of its language. A missing key
 * or form is a compile error.
 *
 * @example export const shellRu: MessagesOf<typeof shellEn, 'ru'> = { ... }
 */
export type MessagesOf<Tree, L extends Language> = {
  readonly [
    Key in keyof Tree as Key extends `${infer Stem}_one`
      ? `${Stem}_${PluralForms[L]}`
      : Key extends `${string}_other`
        ? never
        : Key
  ]: Tree[Key] extends string ? string : MessagesOf<Tree[Key], L>
}

type WithoutForm<Key extends string> = Key extends `${infer Stem}_one`
  ? Stem
  : Key extends `${infer Stem}_other`
    ? Stem
    : Key

/** Dotted paths of all messages of a tree; plural forms count as one key. */
export type MessagePath<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutForm<Key> : `${Key}.${MessagePath<Tree[Key]>}`
}[keyof Tree & string]
