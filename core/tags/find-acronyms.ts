import type { FoundName, NameRule } from './new-name.ts'

/** MGIMO, MEPhI, OpenAI, КазНУ: two or more capitals, or a capital inside a word. */
const ACRONYM =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}[\p{Lu}\p{N}-]*|\p{Lu}\p{Ll}*\p{Lu}{2,}\p{L}*|\p{Lu}{2,}\p{Ll}{1,2}\p{Lu}*|\p{Lu}\p{Ll}+\p{Lu}\p{L}*)(?![\p{L}\p{N}])/gu
const ROMAN = /^[IVXLCDM]+$/u
const LONGEST = 16
const ORDINARY = new Set(
  (
    'THE AND FOR WITH FROM AI IT TV PR CEO PhD USA UK EU UN GDP COVID ВВП СМИ РФ РК США СССР ЕС ООН ИИ ИТ ТВ ЕНТ ' +
    'КР ҚР АҚШ БҰҰ ЖИ ЖОО ҰБТ ТМД БАҚ КСРО ІТ ВУЗ ЖШС ТОО АО АҚ НАО ChatGPT'
  ).split(' '),
)

/** Acronyms and words with a capital inside. Texts in capitals throughout tell nothing. */
export const findAcronyms: NameRule = (text) =>
  [...text.matchAll(ACRONYM)].flatMap(([found]): readonly FoundName[] => {
    if (ORDINARY.has(found) || ROMAN.test(found) || found.length > LONGEST || found.length < 3) return []
    return [{ name: found, found, kind: 'partner', how: 'acronym', score: 0.65 }]
  })
