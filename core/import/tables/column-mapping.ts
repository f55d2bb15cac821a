import { TABLE_FIELDS, type ColumnMapping, type KnownColumns, type TableField } from '../../model/table-field.ts'

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

/** What is known of tables before one is read. */
export interface TableChoice {
  /** Columns as the user mapped them, by the names in the first row. */
  readonly known: readonly KnownColumns[]
  /** True: only the first rows are wanted, to be shown. */
  readonly sampleOnly: boolean
}

/** Columns by their names alone. */
export const NO_TABLE_CHOICE: TableChoice = { known: [], sampleOnly: false }

/** The mapping that the user chose for a table with this first row, or null. */
export function knownMapping(head: readonly string[], known: readonly KnownColumns[]): ColumnMapping | null {
  const names = head.map(normaliseName).join('\n')
  return known.find((table) => table.head.map(normaliseName).join('\n') === names)?.mapping ?? null
}
