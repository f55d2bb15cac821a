import { ARTICLE_KINDS, type ArticleFields, type ArticleKind } from '../../model/article.ts'
import { isPartialDay } from '../../model/calendar-day.ts'
import type { Charset } from '../../model/charset.ts'
import {
  FOUND_FIELDS,
  type Confidence,
  type FieldFinding,
  type FieldOrigin,
  type FoundField,
} from '../../model/import-evidence.ts'
import { isRuleActive, type RuleKind, type SourceRule } from '../../model/source-rule.ts'
import type { KnownColumns } from '../../model/table-field.ts'
import { charsetOfName } from '../charset/charset.ts'
import type { RecognisedArticle } from '../recognise/recognise-article.ts'
import { isArticleLanguage } from '../recognise/stated-language.ts'
import { NAME_SEPARATOR, swapDayAndMonth } from './learn-corrections.ts'
import { placesOf } from './source-places.ts'

/** The rules that are followed, ready to be asked. */
export interface ActiveRules {
  /** Columns that the user chose, of all kinds of tables. */
  readonly columns: readonly KnownColumns[]
  /** The character set of texts of these places that do not show their own, or null. */
  charsetOf(places: readonly string[]): Charset | null
  find(kind: RuleKind, places: readonly string[], was: string): SourceRule | undefined
}

/** Sorts out the rules that are followed. */
export function activeRules(rules: readonly SourceRule[]): ActiveRules {
  const active = rules.filter(isRuleActive)
  const find: ActiveRules['find'] = (kind, places, was) => {
    for (const place of places) {
      const rule = active.find((known) => known.kind === kind && known.place === place && known.was === was)
      if (rule !== undefined) return rule
    }
    return undefined
  }
  return {
    columns: active.flatMap(({ head, mapping }) => (head && mapping ? [{ head, mapping }] : [])),
    charsetOf: (places) => charsetOfName(find('charset', places, '')?.value ?? ''),
    find,
  }
}

/** A recognised article after the rules, with the origin of its fields. */
export interface JudgedArticle extends RecognisedArticle {
  readonly findings: readonly FieldFinding[]
}

const SURE: ReadonlySet<FieldOrigin> = new Set(['stated', 'label', 'line', 'dateline', 'chosen'])

function confidenceOf(from: FieldOrigin, isDoubtful: boolean): Confidence {
  if (isDoubtful) return 'unsure'
  return SURE.has(from) ? 'sure' : 'likely'
}

/** Applies what was learnt about the places of a source, and says of each field where it came from. */
export function judgeArticle(article: RecognisedArticle, source: string, rules: ActiveRules): JudgedArticle {
  const { fields, evidence } = article
  const places = placesOf(source, { url: fields.url, outlet: '' })
  const learnt = new Map<FoundField, Partial<ArticleFields>>()
  const outlet = evidence.outlet === 'chosen' ? undefined : rules.find('outlet', places, fields.outlet)
  if (outlet !== undefined) learnt.set('outlet', { outlet: outlet.value })
  const authors = rules.find('authors', places, fields.authors.join(NAME_SEPARATOR))
  if (authors !== undefined) learnt.set('authors', { authors: authors.value.split(NAME_SEPARATOR) })
  const swapped =
    article.isDayOrderOpen === true && fields.published !== null ? swapDayAndMonth(fields.published) : null
  if (swapped !== null && isPartialDay(swapped) && rules.find('day-order', places, '')?.value === 'month-first') {
    learnt.set('published', { published: swapped })
  }
  // Where the letters leave no doubt they count more than what other texts of the site were.
  const language = article.doubts.includes('language')
    ? rules.find('language', places, fields.language)?.value
    : undefined
  if (isArticleLanguage(language)) learnt.set('language', { language })
  const kind = learntKind(article, places, rules)
  if (kind !== undefined) learnt.set('kind', { kind })
  const origins: Partial<Record<FoundField, FieldOrigin>> = {
    ...evidence,
    kind: article.isKindStated === true ? 'stated' : 'chosen',
  }
  for (const field of learnt.keys()) origins[field] = 'rule'
  const doubts = article.doubts.filter((doubt) => ![...learnt.keys()].some((field) => field === doubt))
  return {
    ...article,
    fields: [...learnt.values()].reduce<ArticleFields>((all, part) => ({ ...all, ...part }), fields),
    doubts,
    findings: findingsOf(origins, doubts),
  }
}

/** What a rule says of the kind, where the source itself says nothing. */
function learntKind(
  { fields, isKindStated }: RecognisedArticle,
  places: readonly string[],
  rules: ActiveRules,
): ArticleKind | undefined {
  const learnt = isKindStated === true ? undefined : rules.find('kind', places, fields.kind)?.value
  return ARTICLE_KINDS.find((kind) => kind === learnt)
}

function findingsOf(
  origins: Readonly<Partial<Record<FoundField, FieldOrigin>>>,
  doubts: readonly string[],
): readonly FieldFinding[] {
  return FOUND_FIELDS.flatMap((field) => {
    const from = origins[field]
    return from === undefined ? [] : [{ field, from, confidence: confidenceOf(from, doubts.includes(field)) }]
  })
}
