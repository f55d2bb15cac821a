import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleInput } from './segment/analyse-article.ts'
import { SegmentBuilders } from './segment-builders.ts'
import { freshSegmentName } from './storage/fresh-name.ts'

/** Articles of one segment that is built beside the searches. */
const CHUNK = 2_048
/** So few articles are analysed by the search worker itself in the time that a process needs to start. */
const FEW = 64

/** What the intake needs of the index and the catalog. */
export interface IntakePorts {
  readonly archiveId: string
  /** Where the index lies. */
  readonly folder: string
  readonly warn: (text: string) => void
  /** Whether the catalog still has the article so: it may have been edited while its segment was built. */
  readonly isCurrent: (article: ArticleInput) => boolean
  readonly upsert: (articles: readonly ArticleInput[]) => Promise<void>
  /** False where the segment could not be read. Rows are -1 for articles that are no longer current. */
  readonly adopt: (path: string, rows: Int32Array) => Promise<boolean>
}

/** Brings articles into the index: few of them directly, many as whole segments that other processes build. */
export class IndexIntake {
  private readonly ports: IntakePorts
  private readonly onTaken: (count: number) => void
  private readonly builders = new SegmentBuilders()
  private readonly running = new Set<Promise<unknown>>()
  private chunk: ArticleInput[] = []
  private failure: { readonly error: unknown } | null = null

  /** `onTaken` hears how many more articles can be found. */
  constructor(ports: IntakePorts, onTaken: (count: number) => void) {
    this.ports = ports
    this.onTaken = onTaken
  }

  /** Takes an article; waits while all builders are busy. Rejects where the index failed. */
  async add(article: ArticleInput): Promise<void> {
    this.chunk.push(article)
    if (this.chunk.length >= CHUNK) await this.send()
  }

  /** Resolves when all articles can be found. */
  async finish(): Promise<void> {
    await this.send()
    await Promise.allSettled(this.running)
    this.throwFailure()
  }

  /** Ends the builders, after what they are at. */
  async close(): Promise<void> {
    await Promise.allSettled(this.running)
    this.builders.close()
  }

  private async send(): Promise<void> {
    const articles = this.chunk
    if (articles.length === 0) return
    this.chunk = []
    while (this.running.size >= this.builders.size) await Promise.race(this.running)
    this.throwFailure()
    const work = articles.length <= FEW ? this.ports.upsert(articles) : this.build(articles)
    const counted = work
      .then(() => this.onTaken(articles.length))
      .catch((error: unknown) => (this.failure ??= { error }))
      .finally(() => this.running.delete(counted))
    this.running.add(counted)
  }

  private throwFailure(): void {
    if (this.failure !== null) throw this.failure.error
  }

  private async build(articles: readonly ArticleInput[]): Promise<void> {
    const { archiveId, folder, warn, isCurrent, upsert, adopt } = this.ports
    const target = join(folder, freshSegmentName())
    try {
      await mkdir(folder, { recursive: true })
      await this.builders.build({ archiveId, articles, target })
    } catch (error) {
      // A full disk, for one: memory and the next start must do.
      warn(`A part of the index could not be built beside: ${error instanceof Error ? error.message : String(error)}`)
      await upsert(articles.filter(isCurrent))
      return
    }
    const rows = Int32Array.from(articles, (article) => (isCurrent(article) ? article.row : -1))
    if (!(await adopt(target, rows))) await upsert(articles.filter(isCurrent))
  }
}
