import fc from 'fast-check'
import type { ArticleHead } from '../../core/archive/article-values.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { ARTICLE_KINDS, type Attachment, type ImportRecord } from '../../core/model/article.ts'
import { isPartialDay } from '../../core/model/calendar-day.ts'
import { ARTICLE_LANGUAGES } from '../../core/model/language.ts'
import { isTagId } from '../../core/model/tag.ts'

/** Pieces that break careless readers and writers of YAML, Markdown and UTF-8. */
const AWKWARD = [
  ...[
    '---',
    '...',
    '# ',
    ': ',
    ' #',
    '- ',
    '? ',
    '|',
    '>',
    '"',
    "'",
    '\\',
    '%',
    '@',
    '`',
    '*x',
    '&x',
    '!!str',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    '\uFEFF',
    '\u0085',
    '\u2028',
    '\u200D',
    '\u202E',
    '\u00A0',
    '\n---\n',
    '\n\n',
    '  ',
  ],
  ...[
    'Әділет',
    'ғылым',
    'Ұлы дала',
    'й',
    'и\u0306',
    'ё',
    'Cardiff',
    'null',
    'true',
    '012',
    '2025-02-30',
    '12:30:45',
    '0x1F',
    '~',
  ],
  ...['👩🏽‍🎓', '🏳️‍🌈', '𝒜', 'é', 'e\u0301', 'ﷺ', '\uFFFD', '\uFFFE'],
]

const PLAIN = { noNullPrototype: true } as const

/** Text of three alphabets, signs, breaks and emoji, without lone surrogates: no file can hold those. */
export const awkwardText = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...AWKWARD) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join('').toWellFormed())
const text = awkwardText
const line = fc.oneof(text, fc.constantFrom('', 'Ашық есік күні', 'День открытых дверей', 'Open day'))

const published = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, date, parts]) => {
    const whole = [String(year), String(month).padStart(2, '0'), String(date).padStart(2, '0')]
      .slice(0, parts)
      .join('-')
    return isPartialDay(whole) ? whole : null
  })
const time = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const tags = fc.uniqueArray(
  fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/).filter((id) => isTagId(id)),
  { maxLength: 5 },
)

const attachments: fc.Arbitrary<readonly Attachment[]> = fc.uniqueArray(
  fc.record(
    {
      name: fc.stringMatching(/^[a-zа-я0-9 _()-]{1,20}\.[a-z]{3}$/),
      size: fc.nat(),
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
      role: fc.constantFrom('original' as const, 'image' as const, 'file' as const),
    },
    PLAIN,
  ),
  { maxLength: 3, selector: ({ name }) => name },
)

const imported: fc.Arbitrary<ImportRecord | null> = fc.option(
  fc.record(
    {
      source: line,
      batch: line,
      doubts: fc.array(line, { maxLength: 3 }),
      headline: text.filter((value) => value !== ''),
    },
    { requiredKeys: ['source', 'batch', 'doubts'], ...PLAIN },
  ),
)

const head: fc.Arbitrary<ArticleHead> = fc.record(
  {
    id: fc.nat({ max: 2_000_000_000 }).map((seconds) => createArticleId(seconds * 1_000, [1, 2, 3, 4, 5, 6, 7])),
    title: line,
    subtitle: line,
    published: fc.option(published),
    outlet: line,
    authors: fc.array(line, { maxLength: 3 }),
    kind: fc.constantFrom(...ARTICLE_KINDS),
    language: fc.constantFrom(...ARTICLE_LANGUAGES),
    url: line,
    tags: fc.record({ initiative: tags, partner: tags, topic: tags }, PLAIN),
    attachments,
    story: line,
    summary: text,
    notes: text,
    imported,
    created: time,
    updated: time,
  },
  PLAIN,
)

/** Articles of all shapes, each a head and a body. */
export const arbitraryArticle = fc.record({ head, body: text }, PLAIN)

/** What a person typed or pasted: text that may hold lone halves of surrogate pairs as well. */
export const typedText = fc
  .array(fc.oneof(awkwardText, fc.constantFrom('\uD83D', '\uDC69', '\uD800x', '\r\n\uDFFF')), { maxLength: 4 })
  .map((pieces) => pieces.join(''))
