import { isFurniture } from './head-furniture.ts'

/** Fields that a line such as "Source: ..." may state; `kicker`: a line that states none and is no text either. */
export type LabelledField = 'title' | 'published' | 'outlet' | 'authors' | 'url' | 'kicker'

const LABELS: Readonly<Record<Exclude<LabelledField, 'kicker'>, string>> = {
  title: 'title|headline|заголовок|заглавие|название|тақырып|тақырыбы',
  published:
    'date|published|announced|released|release date|publication date|date of publication|posted|posted on|published on|дата|дата публикации|дата выхода|дата выпуска|анонсировано|объявлено|опубликовано|размещено|күні|жарияланды|жарияланған күні|жарияланған уақыты|басылым күні',
  outlet:
    'source|outlet|publication|media|newspaper|источник|издание|сми|газета|сайт|дереккөз|дереккөзі|басылым|бақ|газет|ақпарат көзі',
  authors: 'author|authors|by|reporter|автор|авторы|корреспондент|авторы мен дайындаған|авторлар|тілші|дайындаған',
  url: 'url|link|web|address|source url|original|ссылка|адрес|адрес страницы|оригинал|сілтеме|мекенжай|түпнұсқа',
}

const PATTERNS = Object.entries(LABELS).map(
  // Object.entries widens the keys of the record just above.
  ([field, names]) => [field as LabelledField, new RegExp(`^(?:${names})\\s*[:：]\\s*(.+)$`, 'iu')] as const,
)
const LABEL = new RegExp(`^(?:${Object.values(LABELS).join('|')})$`, 'iu')
const BYLINE = /^(?:[Bb]y|[Аа]втор|[Tt]ext by)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})$/u
const BARE_URL = /^<?(https?:\/\/[^\s<>]+)>?$/i

export interface LabelledLine {
  readonly field: LabelledField
  readonly value: string
}

/** The field that a line states by its label, as a bare address, as a byline, or null for ordinary text. */
export function readLabelledLine(line: string): LabelledLine | null {
  if (line.length > 2_000) return null
  const url = BARE_URL.exec(line)?.[1]
  if (url !== undefined) return { field: 'url', value: url }
  if (line.length > 300) return null
  if (isFurniture(line)) return { field: 'kicker', value: line }
  const byline = BYLINE.exec(line)?.[1]
  if (byline !== undefined) return { field: 'authors', value: byline }
  for (const [field, pattern] of PATTERNS) {
    const value = pattern.exec(line)?.[1]?.trim()
    if (value !== undefined && value !== '') return { field, value }
  }
  return null
}

/** True for words that are the label of a field and nothing else. */
export function isFieldLabel(words: string): boolean {
  return words.length <= 40 && LABEL.test(words.replace(/\s*[:：]$/, '').trim())
}

/** Names of authors as a list: parted by commas, semicolons, "and" and their like. */
export function splitAuthors(text: string): readonly string[] {
  return text
    .split(/\s*[,;]\s*|\s+(?:and|и|және|мен)\s+(?=\p{Lu})/u)
    .map((name) => name.replace(/^(?:by|автор:?)\s+/i, '').trim())
    .filter((name) => name !== '' && name.length <= 200)
}
