import fc from 'fast-check'
import { awkwardText } from './arbitrary-article.ts'

/** An article file as people, other programs and sync clients leave it. */
export interface HandWrittenFile {
  readonly text: string
  /** Comments that stand on lines of their own, each of them once. */
  readonly comments: readonly string[]
}

interface Lines {
  readonly key: string
  readonly lines: readonly string[]
}

const WORDS = [
  ...[
    'Ашық есік күні',
    'Ғылым апталығы',
    'Қазақ тілі',
    'День открытых дверей',
    'Ёлка и съезд',
    'Open day',
    'naïve café',
  ],
  ...[
    '👩🏽‍🎓 2025',
    '012',
    '2024-02-30',
    '12:30:45',
    'null',
    'yes',
    '~',
    '0x1F',
    '1e3',
    'a-b_c',
    'https://example.kz/?a=1',
  ],
]
const word = fc.constantFrom(...WORDS)
/** One line that may stand between quotes. */
const quotable = fc
  .array(
    fc.oneof(word, fc.constantFrom('"', "'", '\\', '#', ': ', '- ', '{', ']', '&', '*', '!', '%', '@', '`', ' ')),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(''))
const blockLine = fc.oneof(word, quotable, fc.constantFrom('', '# no comment here', '--- not the end', '\t tab'))

const doubleQuoted = quotable.map((text) => JSON.stringify(text))
const singleQuoted = quotable.map((text) => `'${text.replaceAll("'", "''")}'`)
const remark = fc.constantFrom('', '', '', ' # a remark', '   #тағы бір ескерту')

function block(indent: string, sign: string, lines: readonly string[]): readonly string[] {
  // The first line sets the indent, so it must not begin with space.
  return [sign, ...['x', ...lines].map((line) => (line === '' ? '' : `${indent}${line}`))]
}

/** The lines of one key with text: after its colon, and below. */
const textValue: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.tuple(word, remark).map((parts) => [` ${parts.join('')}`]),
  fc.tuple(singleQuoted, remark).map((parts) => [`  ${parts.join('')}`]),
  fc.tuple(doubleQuoted, remark).map((parts) => [` ${parts.join('')}`]),
  fc
    .tuple(fc.constantFrom(' |', ' |-', ' |+', ' >', ' >-'), fc.array(blockLine, { maxLength: 4 }))
    .map(([sign, lines]) => block('  ', sign, lines)),
  fc.constant(['']),
)

const listValue = (item: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.array(item, { maxLength: 3 }).map((items) => [` [${items.join(',  ')}]`]),
    fc
      .tuple(fc.constantFrom('', '  ', '    '), fc.array(fc.tuple(item, remark), { minLength: 1, maxLength: 3 }))
      .map(([indent, items]) => ['', ...items.map(([text, note]) => `${indent}-   ${text}${note}`)]),
  )

const tagId = fc.constantFrom('lakeside-farm', 'open-day', 'forest', 'Not A Tag Id', '2025')
const tagsValue = fc.oneof(
  fc.array(tagId, { maxLength: 2 }).map((tags) => [` {partner: [${tags.join(', ')}],   region: north}`]),
  fc
    .tuple(fc.array(tagId, { minLength: 1, maxLength: 3 }), remark)
    .map(([tags, note]) => ['', `  topic:${note}`, ...tags.map((tag) => `  - ${tag}`), '  region:   north']),
)

/** Values of keys that the program does not know, as other programs write them. */
const foreignValue = fc.oneof(
  textValue,
  listValue(word),
  fc.constant([' {calm: 1,   busy: {a: [1,2], b: }}']),
  fc.constant([
    '',
    '    deep:',
    '        deeper:   [x,   y]',
    '    # a remark inside',
    '    other: >',
    '      folded',
    '',
  ]),
)

function keyed(key: string, value: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Lines> {
  return value.map(([first = '', ...rest]) => ({ key, lines: [`${key}:${first}`, ...rest] }))
}

const days = fc.constantFrom(
  ' 2024-09',
  ' "2024-09-21"',
  ' 2024',
  ' 2024-9-1',
  ' soon',
  ' 2024-02-30',
  "   '2023-12' # ?",
)
const known = fc.tuple(
  ...['title', 'subtitle', 'outlet', 'url', 'story', 'summary', 'notes'].map((key) =>
    fc.option(keyed(key, textValue), { nil: null, freq: 2 }),
  ),
  fc.option(
    keyed(
      'published',
      days.map((day) => [day]),
    ),
    { nil: null },
  ),
  fc.option(keyed('kind', fc.constantFrom([' own'], [' "coverage"'], [' blog # ?'])), { nil: null }),
  fc.option(keyed('language', fc.constantFrom([' kk'], [" 'ru'"], [' deutsch'])), { nil: null }),
  fc.option(keyed('authors', fc.oneof(textValue, listValue(doubleQuoted))), { nil: null }),
  fc.option(keyed('tags', tagsValue), { nil: null }),
  fc.option(keyed('created', fc.constantFrom([' 2024-09-01'], [' 2024-09-01T10:00:00+05:00'], [' then'])), {
    nil: null,
  }),
)
const foreign = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('mood', 'Түсі', 'x-editor', 'rating', 'layout', 'draft', '"quoted key"'), foreignValue)
    .map(([key, [first = '', ...rest]]) => ({ key, lines: [`${key}:${first}`, ...rest] })),
  { maxLength: 3, selector: ({ key }) => key },
)

/** A file has no more keys than this. */
const MOST_KEYS = 20

/** What may stand between two keys. A number in each comment tells it from all others. */
const between = fc.constantFrom('none', 'none', 'none', 'comment', 'empty', 'both')

/** Files that were not written by the program: odd spacing, comments, unknown keys, CRLF, a byte order mark. */
export const handWrittenFile: fc.Arbitrary<HandWrittenFile> = fc
  .record({
    known,
    foreign,
    order: fc.array(fc.nat(), { minLength: MOST_KEYS, maxLength: MOST_KEYS }),
    between: fc.array(between, { minLength: MOST_KEYS, maxLength: MOST_KEYS }),
    mark: fc.constantFrom('', '', '\uFEFF'),
    spaces: fc.constantFrom('', '', '  '),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
    gap: fc.constantFrom('', '\n', '\r\n'),
    body: awkwardText,
    end: fc.constantFrom('', '\n', '\r\n', '\n\n'),
  })
  .map((parts) => {
    const id = { key: 'id', lines: ['id: 1hntqz1w0000000b'] }
    const keys = [id, ...parts.known.filter((one) => one !== null), ...parts.foreign]
    const shuffled = keys
      .map((one, number) => ({ one, place: parts.order[number] ?? 0 }))
      .toSorted((left, right) => left.place - right.place)
    const comments: string[] = []
    const lines = shuffled.flatMap(({ one }, place) => {
      const kind = parts.between[place] ?? 'none'
      const comment = `# ескерту ${place}: keep me`
      if (kind === 'comment' || kind === 'both') comments.push(comment)
      const before = { none: [], comment: [comment], empty: [''], both: ['', comment] }[kind]
      return [...before, ...one.lines]
    })
    const block = [`---${parts.spaces}`, ...lines, `---${parts.spaces}`, ''].join(parts.newline)
    return { text: `${parts.mark}${block}${parts.gap}${parts.body}${parts.end}`, comments }
  })
