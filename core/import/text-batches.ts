import { AppError, isAppError } from '../contract/app-error.ts'
import { readArticles, type ArticlesOfSource, type ReadOrder } from './read-articles.ts'
import type { ReadOutcome } from './read-messages.ts'
import type { ReadPool } from './read-pool.ts'

/** Reads short texts: the first ones here, many beside this process, several in one message. */
export interface TextBatches {
  /** @throws AppError as `readArticles`, `cancelled` */
  read(order: ReadOrder, signal?: AbortSignal): Promise<ArticlesOfSource>
}

/** So many are read here before the others go elsewhere: a reader takes as long to start. */
const FIRST = 100
/** Texts in one message, and messages under way: a reader always has the next ones before it. */
const MOST_TEXTS = 12
const MOST_UNDER_WAY = 2

interface Waiting {
  readonly order: ReadOrder
  readonly signal: AbortSignal | undefined
  readonly resolve: (articles: ArticlesOfSource) => void
  readonly reject: (error: unknown) => void
}

/** Makes the batches over a pool. */
export function createTextBatches(pool: ReadPool): TextBatches {
  const waiting: Waiting[] = []
  let seen = 0
  let underWay = 0
  let isGathering = false

  const takeBatch = (): readonly Waiting[] => {
    // A batch is cancelled as a whole.
    const end = waiting.findIndex(({ signal }, place) => place >= MOST_TEXTS || signal !== waiting[0]?.signal)
    return waiting.splice(0, end < 0 ? waiting.length : end)
  }

  const readAlone = async (item: Waiting, read: () => Promise<ArticlesOfSource>): Promise<void> => {
    try {
      item.resolve(await read())
    } catch (error) {
      item.reject(error)
    }
  }

  const readTogether = async (batch: readonly Waiting[], signal: AbortSignal | undefined): Promise<void> => {
    let outcomes: readonly ReadOutcome[]
    try {
      outcomes = await pool.readTexts(
        batch.map(({ order }) => order),
        signal,
      )
    } catch (error) {
      if (isAppError(error, 'cancelled') || !isAppError(error)) for (const { reject } of batch) reject(error)
      // One of them took the reader along: each by itself, so that only that one fails.
      else await Promise.all(batch.map((item) => readAlone(item, () => pool.read(item.order, signal))))
      return
    }
    for (const [place, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[place]
      if (outcome?.ok === true) resolve(outcome.articles)
      else if (outcome !== undefined) reject(new AppError(outcome.code, outcome.message))
    }
  }

  const send = (): void => {
    isGathering = false
    while (waiting.length > 0 && underWay < MOST_UNDER_WAY) {
      const batch = takeBatch()
      const [only] = batch
      underWay += 1
      // A single text takes less time than a message, and far less than a reader takes to start.
      const work =
        batch.length === 1 && only !== undefined
          ? readAlone(only, () => readArticles(only.order))
          : readTogether(batch, only?.signal)
      void work.finally(() => {
        underWay -= 1
        gather()
      })
    }
  }

  const gather = (): void => {
    if (isGathering || waiting.length === 0 || underWay >= MOST_UNDER_WAY) return
    isGathering = true
    // What else comes in this turn goes along.
    setImmediate(send)
  }

  return {
    read: (order, signal) => {
      seen += 1
      if (seen <= FIRST) return readArticles(order)
      return new Promise((resolve, reject) => {
        waiting.push({ order, signal, resolve, reject })
        gather()
      })
    },
  }
}
