import { ANALYSER_VERSION } from '../analysis/analyser-version.ts'
import { analyseArticle, type ArticleInput } from '../segment/analyse-article.ts'
import { buildSegment } from '../segment/build-segment.ts'
import { contentOf, writeSegmentFile } from './segment-file.ts'

/** Articles to be made a segment of, and where: plain data, since a worker of its own does it. */
export interface BuildTask {
  readonly archiveId: string
  readonly articles: readonly ArticleInput[]
  readonly target: string
}

/** Analyses articles and writes them as one segment, in their order. */
export function buildFile({ archiveId, articles, target }: BuildTask): void {
  const segment = buildSegment(articles.map(analyseArticle))
  writeSegmentFile(target, { archiveId, analyser: ANALYSER_VERSION }, contentOf(segment))
}
