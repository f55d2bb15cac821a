import type { MatchReason, Snippet } from '../model/search-result.ts'
import { normaliseWord } from './analysis/tokenise.ts'
import { ReasonTable } from './hit-reasons.ts'
import { MarkedPlaces, type MarkedText, type MarkedWord } from './mark-words.ts'
import type { CompiledQuery } from './query/compile-query.ts'
import { PHRASE_BORDER, type StoredText } from './segment/analyse-article.ts'
import type { IndexView } from './segment/index-view.ts'
import type { Place, SegmentStore } from './segment/segment-store.ts'
import { textSnippet, titleSnippet } from './snippet.ts'

/** What is shown of a hit beside the article itself. */
export interface HitDetails {
  readonly snippets: readonly Snippet[]
  readonly why: readonly MatchReason[]
}

const NOTHING: HitDetails = { snippets: [], why: [] }

/** Snippets and reasons for rows of a result; rows that are gone by now have none. */
export function describeHits(
  store: SegmentStore,
  view: IndexView,
  exact: CompiledQuery,
  loose: CompiledQuery | null,
  rows: readonly number[],
): HitDetails[] {
  const queries = loose === null ? [exact] : [exact, loose]
  const found = rows.map((row) => ({ row, place: store.placeOf(row) }))
  const places = found.map(({ place }) => place).filter((place) => place !== null)
  const words = new MarkedPlaces(view, queries, places)
  const tables = queries.map((query) => new ReasonTable(view, query, places))
  return found.map(({ row, place }) => {
    if (place === null) return NOTHING
    const text = store.textAt(place)
    const marked = markArticle(words, text, articleKey(view, place))
    const snippets = [titleSnippet(marked.title), titleSnippet(marked.subtitle), textSnippet(marked.body)].filter(
      (snippet) => snippet !== null,
    )
    const forms = formsOf([...marked.title.marked, ...marked.subtitle.marked, ...marked.body.marked], text)
    const reasons = tables.map((table) => table.reasonsOf(place, row, forms))
    const why = withTags(reasons.find((list) => list !== null) ?? [], tables.at(-1)?.tagsOf(row) ?? [])
    return { snippets, why }
  })
}

/** The words of a tag's name in another language are found in the article's tags: the reader is told which tag that is. */
function withTags(why: readonly MatchReason[], tags: readonly MatchReason[]): readonly MatchReason[] {
  const told = new Set(why.filter(({ how }) => how === 'alias').map(({ term }) => term))
  return [...why, ...tags.filter(({ term }) => !told.has(term))]
}

function articleKey(view: IndexView, { segment, document }: Place): string {
  return `${view.segments.indexOf(segment)}/${document}`
}

function markArticle(
  words: MarkedPlaces,
  text: StoredText,
  article: string,
): Readonly<Record<'title' | 'subtitle' | 'body', MarkedText>> {
  const title = words.mark(text.title, article, 0)
  // The subtitle goes on in the title's field, behind a border that no phrase crosses.
  const next = title.starts.length === 0 ? 0 : title.starts.length + PHRASE_BORDER
  return { title, subtitle: words.mark(text.subtitle, article, 0, next), body: words.mark(text.body, article, 1) }
}

/** Which spellings of each term the article has. */
function formsOf(marked: readonly MarkedWord[], text: StoredText): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>()
  for (const { term, form } of marked) {
    const known = forms.get(term)
    if (known === undefined) forms.set(term, new Set([form]))
    else known.add(form)
  }
  for (const word of [text.outlet, ...text.authors, ...text.tagNames].flatMap((name) => name.split(/\s+/))) {
    const form = normaliseWord(word)
    for (const [term, known] of forms) if (form.startsWith(term)) known.add(form)
  }
  return forms
}
