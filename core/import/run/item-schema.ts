import * as v from 'valibot'
import { isArticleId, type ArticleId } from '../../model/article-id.ts'
import { isPartialDay, type PartialDay } from '../../model/calendar-day.ts'
import { CONFIDENCES, FIELD_ORIGINS, FOUND_FIELDS, LIKENESSES } from '../../model/import-evidence.ts'
import { IMPORT_OUTCOMES } from '../../model/import-report.ts'
import { ARTICLE_LANGUAGES } from '../../model/language.ts'

const articleId = v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value))
const partialDay = v.custom<PartialDay>((value) => typeof value === 'string' && isPartialDay(value))

/** A line of a ledger as it stands in the archive. */
export const itemSchema = v.object({
  source: v.string(),
  outcome: v.picklist(IMPORT_OUTCOMES),
  id: v.nullable(articleId),
  title: v.string(),
  publishedOn: v.nullable(partialDay),
  language: v.nullable(v.picklist(ARTICLE_LANGUAGES)),
  outlet: v.string(),
  doubts: v.array(v.string()),
  notices: v.exactOptional(v.array(v.string())),
  reason: v.nullable(v.string()),
  place: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  findings: v.exactOptional(
    v.array(
      v.object({
        field: v.picklist(FOUND_FIELDS),
        from: v.picklist(FIELD_ORIGINS),
        confidence: v.picklist(CONFIDENCES),
      }),
    ),
  ),
  similar: v.exactOptional(v.array(v.object({ id: articleId, how: v.picklist(LIKENESSES), share: v.number() }))),
})
