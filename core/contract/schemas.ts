import * as v from 'valibot'
import { SORT_ORDERS } from '../model/article-filter.ts'
import { isArticleId, type ArticleId } from '../model/article-id.ts'
import { ARTICLE_KINDS } from '../model/article.ts'
import { isPartialDay, precisionOf, type PartialDay } from '../model/calendar-day.ts'
import { ARTICLE_LANGUAGES, LANGUAGES } from '../model/language.ts'
import { isTagId, TAG_KINDS, type TagId } from '../model/tag.ts'

/** Longest list of ids that one request may carry: an archive of 100,000 articles twice over. */
const MOST_IDS = 200_000

export const articleId = v.custom<ArticleId>(
  (value) => typeof value === 'string' && isArticleId(value),
  'an article id',
)
export const articleIds = v.pipe(v.array(articleId), v.maxLength(MOST_IDS))
export const tagId = v.custom<TagId>((value) => typeof value === 'string' && isTagId(value), 'a tag id')
export const tagIds = v.pipe(v.array(tagId), v.maxLength(20_000))
export const partialDay = v.custom<PartialDay>(
  (value) => typeof value === 'string' && isPartialDay(value),
  'a date yyyy-MM-dd, yyyy-MM or yyyy',
)
export const wholeDay = v.custom<string>(
  (value) => typeof value === 'string' && isPartialDay(value) && precisionOf(value) === 'day',
  'a date yyyy-MM-dd',
)
export const language = v.picklist(LANGUAGES)
const articleLanguage = v.picklist(ARTICLE_LANGUAGES)
export const articleKind = v.picklist(ARTICLE_KINDS)
export const tagKind = v.picklist(TAG_KINDS)
export const shortText = v.pipe(v.string(), v.maxLength(1_000))
export const longText = v.pipe(v.string(), v.maxLength(20_000_000))
export const folderPath = v.pipe(v.string(), v.nonEmpty('a folder'), v.maxLength(4_000))
export const taskId = v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-]{1,64}$/, 'a task id')))
/** Token of a dry run of the same act: acts on more than 20 articles are refused without it. */
export const confirmed = v.exactOptional(v.pipe(v.string(), v.maxLength(64)))
export const names = v.object({
  en: v.exactOptional(shortText),
  ru: v.exactOptional(shortText),
  kk: v.exactOptional(shortText),
})
export const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'a colour #rrggbb'))

const tagsByKind = v.object({ initiative: tagIds, partner: tagIds, topic: tagIds })

export const articleFields = v.object({
  title: v.pipe(v.string(), v.trim(), v.nonEmpty('a title'), v.maxLength(2_000)),
  subtitle: v.pipe(v.string(), v.maxLength(4_000)),
  published: v.nullable(partialDay),
  outlet: shortText,
  authors: v.pipe(v.array(shortText), v.maxLength(100)),
  kind: articleKind,
  language: articleLanguage,
  url: v.pipe(v.string(), v.maxLength(8_000)),
  tags: tagsByKind,
  summary: v.pipe(v.string(), v.maxLength(100_000)),
  notes: v.pipe(v.string(), v.maxLength(100_000)),
  story: shortText,
  body: longText,
})

/** What is being typed: a draft may have no title yet. */
export const draftFields = v.object({ ...articleFields.entries, title: v.pipe(v.string(), v.maxLength(2_000)) })

export const articleFilter = v.object({
  from: v.nullable(wholeDay),
  to: v.nullable(wholeDay),
  languages: v.array(articleLanguage),
  kinds: v.array(articleKind),
  outlets: v.pipe(v.array(shortText), v.maxLength(1_000)),
  tags: tagIds,
  doubtful: v.boolean(),
  ids: v.nullable(articleIds),
  undated: v.boolean(),
  oneStory: v.exactOptional(v.boolean()),
})

export const sortOrder = v.picklist(SORT_ORDERS)

/** Nobody types more; whole articles pasted into the box are cut with a notice by the search itself. */
export const queryText = v.pipe(v.string(), v.maxLength(200_000))

/** A change of the user's own settings: any of them. */
export const settingsChange = v.object({
  language: v.exactOptional(language),
  theme: v.exactOptional(v.picklist(['system', 'light', 'dark'])),
  density: v.exactOptional(v.picklist(['comfortable', 'compact', 'line'])),
  singleKeys: v.exactOptional(v.boolean()),
  officeName: v.exactOptional(shortText),
})
