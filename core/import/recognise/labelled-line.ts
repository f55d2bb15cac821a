/** Fields that a line such as "Source: ..." may state. */
export type LabelledField = 'title' | 'published' | 'outlet' | 'authors' | 'url' | 'kicker'

const LABELS: Readonly<Record<Exclude<LabelledField, 'kicker'>, string>> = {
  title: 'title|headline|заголовок|заглавие|название|тақырып|тақырыбы',
  published:
    'date|published|publication date|date of publication|posted|posted on|published on|дата|дата публикации|дата выхода|опубликовано|размещено|күні|жарияланды|жарияланған күні|жарияланған уақыты|басылым күні',
  outlet:
    'source|outlet|publication|media|newspaper|источник|издание|сми|газета|сайт|дереккөз|дереккөзі|басылым|бақ|газет|ақпарат көзі',
  authors: 'author|authors|by|reporter|автор|авторы|корреспондент|авторы мен дайындаған|авторлар|тілші|дайындаған',
  url: 'url|link|web|address|source url|original|ссылка|адрес|адрес страницы|оригинал|сілтеме|мекенжай|түпнұсқа',
}

const PATTERNS = Object.entries(LABELS).map(
  // Object.entries widens the keys of the record just above.
  ([field, names]) => [field as LabelledField, new RegExp(`^(?:${names})\\s*[:：]\\s*(.+)$`, 'iu')] as const,
)
const KICKER =
  /^(?:press[ -]?release|news release|media release|for immediate release|пресс-?\s?релиз|для сми|для немедленного распространения|баспасөз[ -](?:хабарламасы|релизі)|пресс-хабарлама|баспасөз хабарламасы|новости|жаңалықтар|news)[\s:.!]*$/iu
/** What stands beside a picture, and the way to a page through the sections of its site. */
const PICTURE_LINE =
  /^(?:©|\(c\)|(?:photo|photos|picture|image|caption|video|фото|фотография|на фото|на снимке|иллюстрация|видео|сурет|суретте|суреттер|бейне|бейнежазба)(?:\s+(?:by|credit|courtesy of|автора|авторы))?\s*[:：©–—-])/iu
const SECTION =
  '(?:home|main|news|press|press centre|press center|events|university|society|education|science|culture|sport|главная|новости|лента|пресс-центр|события|университет|общество|образование|наука|культура|спорт|регионы|басты бет|жаңалықтар|баспасөз орталығы|оқиғалар|университет|қоғам|білім|ғылым|мәдениет|спорт)'
const SECTION_WAY = new RegExp(`^${SECTION}(?:\\s*[/>»›|→•·]\\s*[\\p{L}][\\p{L} -]{1,40}){1,5}$`, 'iu')
/** Labels of what belongs to a release but is neither its headline nor its text. */
const ASIDE =
  /^(?:contacts?|media contacts?|press contacts?|phone|tel|e-?mail|embargo(?:ed)?|location|venue|place|when|where|deadline|контакты?|контактное лицо|телефон|тел|место(?: проведения)?|дата проведения|время|когда|где|байланыс|байланыс тұлғасы|орны|өтетін (?:күні|орны)|уақыты|қашан|қайда)\.?\s*[:：]/iu
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
  if (KICKER.test(line) || ASIDE.test(line) || PICTURE_LINE.test(line) || SECTION_WAY.test(line))
    return { field: 'kicker', value: line }
  const byline = BYLINE.exec(line)?.[1]
  if (byline !== undefined) return { field: 'authors', value: byline }
  for (const [field, pattern] of PATTERNS) {
    const value = pattern.exec(line)?.[1]?.trim()
    if (value !== undefined && value !== '') return { field, value }
  }
  return null
}

/** Names of authors as a list: parted by commas, semicolons, "and" and their like. */
export function splitAuthors(text: string): readonly string[] {
  return text
    .split(/\s*[,;]\s*|\s+(?:and|и|және|мен)\s+(?=\p{Lu})/u)
    .map((name) => name.replace(/^(?:by|автор:?)\s+/i, '').trim())
    .filter((name) => name !== '' && name.length <= 200)
}
