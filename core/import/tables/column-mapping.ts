/** Fields of an article that a column of a table may hold. */
export const TABLE_FIELDS = [
  'title',
  'subtitle',
  'published',
  'outlet',
  'authors',
  'url',
  'language',
  'summary',
  'notes',
  'keywords',
  'body',
] as const
export type TableField = (typeof TABLE_FIELDS)[number]

/** Field of each column, null for one that is passed over into the notes. */
export type ColumnMapping = readonly (TableField | null)[]

const NAMES: Readonly<Record<TableField, string>> = {
  title: 'title|headline|name|заголовок|название|заголовок статьи|тақырып|тақырыбы|атауы',
  subtitle: 'subtitle|subheadline|подзаголовок|қосымша тақырып',
  published:
    'published|date|publication date|publishedon|published on|datepublished|дата|дата публикации|дата выхода|опубликовано|күні|жарияланған күні',
  outlet: 'outlet|source|media|publication|newspaper|publisher|издание|источник|сми|газета|басылым|дереккөз|бақ',
  authors: 'author|authors|byline|reporter|автор|авторы|авторлар|тілші',
  url: 'url|link|address|web|permalink|ссылка|адрес|сілтеме|мекенжай',
  language: 'language|lang|язык|тіл|тілі',
  summary: 'summary|abstract|description|excerpt|lead|аннотация|описание|краткое содержание|анонс|түйін|сипаттама',
  notes: 'notes|note|comment|comments|примечание|примечания|комментарий|ескерту|ескертпе',
  keywords: 'keywords|tags|categories|category|topics|ключевые слова|теги|рубрика|темы|кілт сөздер|тегтер|айдар',
  body: 'body|text|content|article|full text|fulltext|message|текст|содержание|статья|полный текст|мәтін|мәтіні|мазмұны',
}

const FIELD_BY_NAME: ReadonlyMap<string, TableField> = new Map(
  TABLE_FIELDS.flatMap((field) => NAMES[field].split('|').map((name): [string, TableField] => [name, field])),
)

function normaliseName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/[_-]+/g, ' ').replace(/\s+/g, ' ').trim()
}

/** The field that a column is for by its name in any of the three languages; each field is given once. */
export function mappingOfHead(head: readonly string[]): ColumnMapping {
  const used = new Set<TableField>()
  return head.map((name) => {
    const field = FIELD_BY_NAME.get(normaliseName(name)) ?? FIELD_BY_NAME.get(normaliseName(name).replace(/\s/g, ''))
    if (field === undefined || used.has(field)) return null
    used.add(field)
    return field
  })
}

/** True where the columns make articles: there is a title or a text. */
export function isUsableMapping(mapping: ColumnMapping): boolean {
  return mapping.includes('title') || mapping.includes('body')
}
