import type { Catalog } from '../archive/catalog/catalog.ts'
import { throwIfCancelled } from '../contract/app-error.ts'
import type { Log } from '../contract/log.ts'
import type { IndexState } from '../contract/results.ts'
import type { ArticleId } from '../model/article-id.ts'
import type { TagId } from '../model/tag.ts'
import { sharedSpace, type AnswerSpace } from './query/answer-space.ts'
import type { HitDetails } from './describe-hits.ts'
import type { IndexableArticle } from './indexable-article.ts'
import { collectSpent } from '../processes/collect-spent.ts'
import { IndexIntake, type IntakePorts } from './index-intake.ts'
import type { ArticleInput } from './segment/analyse-article.ts'
import { packVersions } from './pack-versions.ts'
import { hashTags, sumOfHashes } from './tag-names.ts'
import type { EngineAnswer, EngineQuery } from './text-engine.ts'
import { startSearchWorker, type WorkerClient } from './worker-client.ts'
import type { CatalogRows, ReadingMode } from './worker-protocol.ts'

const TAGS_AT_ONCE = 256
/** Articles that may be added before a larger space for answers is needed. */
const SPARE_ROWS = 4_096
/** Workers that may die before the search is given up. */
const MOST_RESTARTS = 3
/** Least time between two reports of progress, in milliseconds. */
const REPORT_EVERY = 250

export interface IndexKeeperOptions {
  readonly catalog: Catalog
  readonly texts: (ids: readonly ArticleId[] | null) => AsyncIterable<IndexableArticle>
  readonly folder: string
  readonly archiveId: string
  readonly tagNames: () => ReadonlyMap<TagId, readonly string[]>
  readonly log: Log
  readonly onState: (state: IndexState) => void
  readonly reading?: ReadingMode
  /** Another way to start the worker, for tests of its death. */
  readonly startWorker?: typeof startSearchWorker
}

const NO_ANSWER: EngineAnswer = {
  exact: { rows: new Uint32Array(), scores: new Float64Array() },
  loose: { rows: new Uint32Array(), scores: new Float64Array() },
  notices: [],
}

interface BuildOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined
}

/** Keeps the index of the worker in step with the catalog. */
export class IndexKeeper {
  private readonly options: IndexKeeperOptions
  private worker: WorkerClient
  private opening: Promise<void>
  private attached: Promise<unknown>
  private restarts = 0
  /** Those that no search is using. */
  private readonly spaces: AnswerSpace[] = []
  private readonly stop = new AbortController()
  private current: IndexState['state'] = 'building'
  private indexed = 0
  private lastReport = 0
  /** Hash of the names of each tag, as they were indexed. */
  private nameHashes: ReadonlyMap<TagId, number>

  constructor(options: IndexKeeperOptions) {
    this.options = options
    this.nameHashes = this.hashTags()
    ;({ worker: this.worker, attached: this.attached, opening: this.opening } = this.start())
  }

  /** Starts a worker, and brings what its index on disk lacks. */
  private start(): { worker: WorkerClient; attached: Promise<unknown>; opening: Promise<void> } {
    const { folder, archiveId, log, reading = 'mem', startWorker = startSearchWorker } = this.options
    const worker = startWorker(
      { folder, archiveId, reading },
      { log, onFailure: (error) => this.restart(error), onLost: (rows) => void this.restore([...rows]) },
    )
    const attached = worker.call('attach', this.packCatalog())
    const opening = attached
      .then(async (difference) => {
        this.indexed = difference.indexed
        this.report(true)
        await this.retagRows([...difference.retagged])
        await this.indexRows([...difference.stale], { signal: this.stop.signal })
        this.settle('ready')
        collectSpent()
      })
      .catch((error: unknown) => {
        // Where another worker has taken over, it brings the rest.
        if (!this.stop.signal.aborted && worker === this.worker) this.fail(error)
      })
    return { worker, attached, opening }
  }

  /** A worker that died has left its index on disk: another goes on, but not for ever. */
  private restart(error: Error): void {
    if (this.stop.signal.aborted || this.current === 'failed') return
    this.restarts += 1
    if (this.restarts > MOST_RESTARTS) {
      this.fail(error)
      return
    }
    this.options.log.warn(`The search worker is started again: ${error.message}`)
    ;({ worker: this.worker, attached: this.attached, opening: this.opening } = this.start())
    this.settle('building')
  }

  state(): IndexState {
    return {
      indexed: Math.min(this.indexed, this.options.catalog.size),
      total: this.options.catalog.size,
      state: this.current,
    }
  }

  /** Resolves when what was there at the start is indexed. */
  async ready(): Promise<void> {
    let known: Promise<void>
    do {
      known = this.opening
      await known
    } while (known !== this.opening)
  }

  /**
   * Hands an answer over, which holds during that call only. Nothing is found, and the state says why, while there is no
   * worker to ask.
   */
  async search<Value>(query: EngineQuery, use: (answer: EngineAnswer) => Value): Promise<Value> {
    const { rows } = this.options.catalog.columns
    const free = this.spaces.pop()
    const space = free !== undefined && free.rows.length >= rows ? free : sharedSpace(rows + SPARE_ROWS)
    const answer = await this.ask(() => this.worker.call('search', { query, space }))
    const value = use(answer ?? NO_ANSWER)
    // Where a worker failed over it, it may still write there.
    if (answer !== null) this.spaces.push(space)
    return value
  }

  suggest(query: EngineQuery, hits: number): Promise<string | null> {
    return this.ask(() => this.worker.call('suggest', { query, hits }))
  }

  async describe(query: EngineQuery, rows: readonly number[]): Promise<readonly HitDetails[]> {
    return (await this.ask(() => this.worker.call('describe', { query, rows }))) ?? []
  }

  /** Asks again where the worker died over the question and another took its place. */
  private async ask<Value>(call: () => Promise<Value>): Promise<Value | null> {
    for (;;) {
      const asked = this.worker
      try {
        await this.attached
        return await call()
      } catch (error) {
        if (this.current === 'failed') return null
        if (asked === this.worker || this.stop.signal.aborted) throw error
      }
    }
  }

  async change(upserts: readonly IndexableArticle[], removals: readonly ArticleId[]): Promise<void> {
    const asked = this.worker
    try {
      await this.takeIn(upserts, removals)
    } catch (error) {
      // The worker that took its place compares the whole catalog, and so has the change too.
      if (asked === this.worker || this.stop.signal.aborted) throw error
      await this.opening
    }
  }

  private async takeIn(upserts: readonly IndexableArticle[], removals: readonly ArticleId[]): Promise<void> {
    await this.attached
    if (removals.length > 0) this.indexed = await this.worker.call('remove', removals)
    const intake = new IndexIntake(this.intakePorts(), () => this.report(false))
    try {
      for (const article of upserts) {
        const input = this.inputOf(article)
        if (input !== null) await intake.add(input)
      }
      await intake.finish()
    } finally {
      await intake.close()
    }
    this.report(true)
  }

  async tagsChanged(): Promise<void> {
    const before = this.nameHashes
    this.nameHashes = this.hashTags()
    const changed = new Set([...this.nameHashes].filter(([tag, hash]) => before.get(tag) !== hash).map(([tag]) => tag))
    for (const tag of before.keys()) if (!this.nameHashes.has(tag)) changed.add(tag)
    if (changed.size === 0) return
    await this.attached
    const { columns } = this.options.catalog
    const numbers = new Set(columns.tagIds.flatMap((tag, number) => (changed.has(tag) ? [number] : [])))
    const rows = Array.from({ length: columns.rows }, (_, row) => row).filter(
      (row) => columns.live[row] === 1 && columns.tags[row]?.some((number) => numbers.has(number)) === true,
    )
    await this.retagRows(rows)
  }

  async reindex(signal: AbortSignal | undefined, onProgress: BuildOptions['onProgress']): Promise<void> {
    await this.opening
    this.indexed = await this.worker.call('clear', undefined)
    await this.worker.call('attach', this.packCatalog())
    this.settle('building')
    const { columns } = this.options.catalog
    const rows = Array.from({ length: columns.rows }, (_, row) => row).filter((row) => columns.live[row] === 1)
    try {
      await this.indexRows(rows, { signal, onProgress })
    } finally {
      // Where it was cancelled, the numbers tell what is missing; the next opening brings it.
      this.settle('ready')
      collectSpent()
    }
  }

  async close(): Promise<void> {
    this.stop.abort()
    await this.ready()
    await this.worker.close()
  }

  /** Indexes anew what was lost with a damaged part of the index. */
  private async restore(rows: readonly number[]): Promise<void> {
    try {
      this.settle('building')
      await this.indexRows(rows, { signal: this.stop.signal })
      this.settle('ready')
    } catch (error) {
      if (!this.stop.signal.aborted) this.fail(error)
    }
  }

  private async retagRows(rows: readonly number[]): Promise<void> {
    for (let from = 0; from < rows.length && !this.stop.signal.aborted; from += TAGS_AT_ONCE) {
      const articles = rows.slice(from, from + TAGS_AT_ONCE).map((row) => {
        const tags = this.tagsOfRow(row)
        return { row, tagNames: this.namesOf(tags), tagHash: this.hashOf(tags) }
      })
      this.indexed = await this.worker.call('retag', articles)
    }
  }

  /** Reads and indexes the articles of rows, in chunks; what is done stays when it is cancelled. */
  private async indexRows(rows: readonly number[], { signal, onProgress }: BuildOptions): Promise<void> {
    if (rows.length === 0) return
    const { catalog, texts } = this.options
    const wanted = new Set(rows.map((row) => catalog.idAt(row)).filter((id): id is ArticleId => id !== ''))
    let done = 0
    const intake = new IndexIntake(this.intakePorts(), (count) => {
      done += count
      this.report(false)
      onProgress?.({ done, total: wanted.size })
    })
    try {
      for await (const article of texts(wanted.size === catalog.size ? null : [...wanted])) {
        throwIfCancelled(signal)
        const input = wanted.has(article.id) ? this.inputOf(article) : null
        if (input !== null) await intake.add(input)
      }
      await intake.finish()
    } finally {
      await intake.close()
    }
    await this.worker.call('save', undefined)
  }

  private intakePorts(): IntakePorts {
    const { catalog, archiveId, folder, log } = this.options
    return {
      archiveId,
      folder,
      warn: (text) => log.warn(text),
      isCurrent: ({ id, version, row }) => catalog.idAt(row) === id && catalog.versionAt(row) === version,
      upsert: async (articles) => {
        this.indexed = await this.worker.call('upsert', articles)
      },
      adopt: async (path, taken) => {
        const indexed = await this.worker.call('adopt', { path, rows: taken })
        this.indexed = indexed ?? this.indexed
        return indexed !== null
      },
    }
  }

  /** Null for an article that is gone, or that has changed since: a call of `change` brings it as it is now. */
  private inputOf(article: IndexableArticle): ArticleInput | null {
    const { catalog } = this.options
    const row = catalog.rowOf(article.id)
    if (row === undefined || catalog.versionAt(row) !== article.version) return null
    const { id, version, title, subtitle, body, language, outlet, authors, tags } = article
    const tagNames = this.namesOf(tags)
    return { id, version, title, subtitle, body, language, outlet, authors, tagNames, tagHash: this.hashOf(tags), row }
  }

  /** Takes ids, versions and tags from the columns: reading every line of the catalog would slow the start. */
  private packCatalog(): CatalogRows {
    const { catalog } = this.options
    const { columns } = catalog
    const rows = Array.from({ length: columns.rows }, (_, row) => row).filter((row) => columns.live[row] === 1)
    return {
      ...packVersions(rows.map((row) => ({ id: catalog.idAt(row), version: catalog.versionAt(row) }))),
      tagHashes: Uint32Array.from(rows, (row) => this.hashOf(this.tagsOfRow(row))),
      rows: Uint32Array.from(rows),
    }
  }

  private tagsOfRow(row: number): readonly TagId[] {
    const { tags, tagIds } = this.options.catalog.columns
    return (tags[row] ?? []).map((number) => tagIds[number]).filter((tag) => tag !== undefined)
  }

  private namesOf(tags: readonly TagId[]): readonly string[] {
    const names = this.options.tagNames()
    return tags.flatMap((tag) => names.get(tag) ?? [])
  }

  private hashTags(): ReadonlyMap<TagId, number> {
    return hashTags(this.options.tagNames())
  }

  private hashOf(tags: readonly TagId[]): number {
    return sumOfHashes(tags, this.nameHashes)
  }

  private settle(state: IndexState['state']): void {
    this.current = state
    this.report(true)
  }

  private fail(error: unknown): void {
    this.options.log.error('The search index failed; lists and filters go on working.', error)
    this.settle('failed')
  }

  private report(now: boolean): void {
    const time = performance.now()
    if (!now && time - this.lastReport < REPORT_EVERY) return
    this.lastReport = time
    this.options.onState(this.state())
  }
}
