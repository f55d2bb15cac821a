import { ANALYSER_VERSION } from './analysis/analyser-version.ts'
import { attachCatalog } from './attach-catalog.ts'
import { MergeRunner, type MergeOutcome } from './merge-runner.ts'
import type { Segment } from './segment/segment.ts'
import { IndexDamaged } from './storage/index-damaged.ts'
import { IndexFolder } from './storage/index-folder.ts'
import { chooseMerge } from './storage/merge-policy.ts'
import { TextEngine } from './text-engine.ts'
import type { WorkerCall, WorkerCalls, WorkerSetup } from './worker-protocol.ts'

/** Where the worker tells what happens to the index. */
export interface HostNews {
  readonly info: (text: string) => void
  readonly warn: (text: string) => void
  /** Articles that were lost with a damaged part of the index, by their rows. */
  readonly lost: (rows: Uint32Array) => void
}

/** Answers the calls of the worker protocol. */
export interface IndexHost {
  call(name: WorkerCall, argument: unknown): unknown
}

/** Time between a change and its saving, in milliseconds: a row of changes is saved together. */
const SAVE_DELAY = 250
/** More unsaved articles than this are saved at once, so that memory is given back. */
const MANY_UNSAVED = 256

/** Time in milliseconds after which a worker that was not asked anything compiles its code. */
const WARM_UP_DELAY = 100
/** Time between two such queries, in which a real one can come. */
const WARM_UP_PAUSE = 5

/** Opens the index of an archive and joins it to the calls of the worker protocol. */
export function createIndexHost(setup: WorkerSetup, news: HostNews): IndexHost {
  return new FolderHost(setup, news)
}

class FolderHost implements IndexHost {
  private readonly engine = new TextEngine()
  private readonly folder: IndexFolder
  private readonly merges = new MergeRunner()
  private readonly news: HostNews
  private readonly calls: WorkerCalls
  private timer: NodeJS.Timeout | null = null
  private warming: NodeJS.Timeout | null = null
  private unsaved = 0
  private closed = false

  constructor({ folder, archiveId, reading }: WorkerSetup, news: HostNews) {
    this.news = news
    const identity = { archiveId, analyser: ANALYSER_VERSION }
    this.folder = new IndexFolder({ folder, identity, reading, warn: news.warn })
    this.engine.store.replace([], this.folder.load())
    const { engine } = this
    this.calls = {
      attach: (catalog) => {
        this.scheduleWarmUp(0)
        return attachCatalog(engine.store, catalog)
      },
      upsert: (articles) => {
        engine.upsert(articles)
        return this.changed(articles.length)
      },
      remove: (ids) => {
        engine.removeIds(ids)
        return this.changed(ids.length)
      },
      adopt: ({ path, rows }) => this.adopt(path, rows),
      retag: (articles) => {
        engine.retag(articles)
        return this.changed(articles.length)
      },
      search: ({ query, space }) => {
        this.warming?.refresh()
        return engine.search(query, space)
      },
      warmUp: (step) => engine.warmUp(step),
      suggest: ({ query, hits }) => engine.suggest(query, hits),
      describe: ({ query, rows }) => engine.describe(query, rows),
      clear: () => this.clear(),
      save: () => this.save(),
      close: () => this.close(),
    }
  }

  /** A damaged part is left out and the call made again without it. */
  call(name: WorkerCall, argument: unknown): unknown {
    for (;;) {
      try {
        // The protocol pairs names with arguments, and only our own client speaks it.
        return (this.calls[name] as (argument: unknown) => unknown)(argument)
      } catch (error) {
        if (!(error instanceof IndexDamaged) || !this.leaveOut(error.file)) throw error
        this.news.warn(`A part of the index is made anew: ${error.message}`)
      }
    }
  }

  /** Takes a damaged segment out; false if there is none in that file. */
  private leaveOut(file: string): boolean {
    const segment = this.folder.discard(file)
    if (segment === null) return false
    const rows = segment.rows.filter((row) => row >= 0)
    this.engine.store.replace([segment], [])
    this.news.lost(Uint32Array.from(rows))
    this.scheduleSave()
    return true
  }

  /** A file that a builder wrote; null where it cannot be read, and the articles must come another way. */
  private adopt(path: string, rows: Int32Array): number | null {
    const { store } = this.engine
    store.removeRows(rows)
    try {
      store.adopt(this.folder.adopt(path), rows)
    } catch (error) {
      if (!(error instanceof IndexDamaged) || error.file !== path) throw error
      this.folder.discard(path)
      this.news.warn(`A part of the index is made in another way: ${error.message}`)
      return null
    }
    return this.changed(MANY_UNSAVED)
  }

  /** The first query must not wait for it. */
  private scheduleWarmUp(step: number): void {
    const run = (): void => {
      this.warming = null
      // What was left to join when the program ended.
      if (step === 0) this.mergeNext()
      if (this.call('warmUp', step) === true) this.scheduleWarmUp(step + 1)
    }
    if (this.closed) return
    if (this.warming !== null) clearTimeout(this.warming)
    this.warming = setTimeout(run, step === 0 ? WARM_UP_DELAY : WARM_UP_PAUSE)
  }

  private changed(count: number): number {
    this.unsaved += count
    this.scheduleSave()
    return this.engine.store.view().documents
  }

  private scheduleSave(): void {
    if (this.closed || (this.timer !== null && this.unsaved < MANY_UNSAVED)) return
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), this.unsaved < MANY_UNSAVED ? SAVE_DELAY : 0)
  }

  /** Writes what is not on disk yet. A disk that is full costs the next start some time, and nothing else. */
  private save(): null {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.unsaved = 0
    try {
      this.engine.store.dropSpent()
      this.folder.save(this.engine.store)
    } catch (error) {
      if (error instanceof IndexDamaged && this.leaveOut(error.file)) return null
      this.news.warn(`The index could not be saved: ${error instanceof Error ? error.message : String(error)}`)
      return null
    }
    this.mergeNext()
    return null
  }

  private mergeNext(): void {
    if (this.closed || this.merges.busy) return
    const segments = chooseMerge(this.engine.store.sealed.filter((segment) => this.folder.pathOf(segment) !== null))
    if (segments.length === 0) return
    const sources = segments.map((segment) => ({
      path: this.folder.pathOf(segment) ?? '',
      dead: [...segment.dead.keys()].filter((document) => segment.dead[document] === 1),
    }))
    const target = this.folder.freshPath()
    this.merges.start({ identity: this.folder.identity, sources, target }, (outcome) =>
      this.finishMerge(
        segments,
        sources.map(({ dead }) => new Set(dead)),
        target,
        outcome,
      ),
    )
  }

  private finishMerge(
    segments: readonly Segment[],
    deadBefore: readonly ReadonlySet<number>[],
    target: string,
    outcome: MergeOutcome,
  ): void {
    if (this.closed) return
    if ('failure' in outcome) {
      this.news.warn(`Parts of the index could not be joined: ${outcome.failure}`)
      if (outcome.damagedFile !== null && this.leaveOut(outcome.damagedFile)) this.scheduleSave()
      return
    }
    // One of the parts was left out or cleared away meanwhile: its articles must not come back.
    if (segments.some((segment) => !this.engine.store.sealed.includes(segment))) return
    try {
      this.swapIn(segments, deadBefore, this.folder.adopt(target))
    } catch (error) {
      if (!(error instanceof IndexDamaged)) throw error
      this.folder.discard(target)
      this.news.warn(`Parts of the index could not be joined: ${error.message}`)
      return
    }
    this.save()
  }

  /** Gives the merged segment its rows; articles that died during the merge die in it too. */
  private swapIn(segments: readonly Segment[], deadBefore: readonly ReadonlySet<number>[], merged: Segment): void {
    const { store } = this.engine
    let number = 0
    const died: number[] = []
    segments.forEach((segment, index) => {
      for (let document = 0; document < segment.documents; document += 1) {
        if (deadBefore[index]?.has(document) === true) continue
        merged.rows[number] = segment.rows[document] ?? -1
        if (segment.dead[document] === 1) died.push(number)
        number += 1
      }
    })
    for (const document of died) store.bury({ segment: merged, document })
    store.replace(segments, [merged])
  }

  private clear(): number {
    this.merges.stop()
    this.engine.store.clear()
    this.folder.clear()
    return 0
  }

  private close(): null {
    if (this.unsaved > 0 || this.timer !== null) this.save()
    this.closed = true
    if (this.timer !== null) clearTimeout(this.timer)
    if (this.warming !== null) clearTimeout(this.warming)
    this.merges.stop()
    this.folder.close()
    return null
  }
}
