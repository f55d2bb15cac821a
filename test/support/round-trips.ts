import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { expect } from 'vitest'
import { formatArticleFile, parseArticleFile, type ArticleFile } from '../../core/archive/article-file.ts'
import type { ArticleHead } from '../../core/archive/article-values.ts'
import { AppError } from '../../core/contract/app-error.ts'
import type { ArticleId } from '../../core/model/article-id.ts'
import type { Article, ArticleFields } from '../../core/model/article.ts'
import { arbitraryArticle, awkwardText, typedText } from './arbitrary-article.ts'
import { handWrittenFile, type HandWrittenFile } from './arbitrary-file.ts'
import { fieldsWith } from './archive.ts'
import { day } from './catalog-of.ts'
import type { Random } from './random.ts'
import { makeSimulatedArchive, openSimulated } from './simulated-archive.ts'

function headOf({ body: _body, version: _version, ...head }: Article): ArticleHead {
  return head
}

/** Samples made at one time. */
const AT_ONCE = 500

/** Hears how many samples are done: a run of 100,000 takes minutes. */
type OnProgress = (done: number) => void

/**
 * Checks so many samples. A failure tells the seed and the sample itself: to make a long run smaller would take longer
 * than the run.
 */
async function forEachSample<Sample>(
  arbitrary: fc.Arbitrary<Sample>,
  runs: number,
  seed: number,
  check: (sample: Sample) => void,
  onProgress: OnProgress | undefined,
): Promise<void> {
  for (let done = 0; done < runs; done += AT_ONCE) {
    const samples = fc.sample(arbitrary, { numRuns: Math.min(AT_ONCE, runs - done), seed: seed + done })
    for (const [place, sample] of samples.entries()) {
      try {
        check(sample)
      } catch (error) {
        const told = `seed ${seed}, sample ${done + place}, is ${JSON.stringify(sample)}`
        throw new Error(`${told}: ${String(error)}`, { cause: error })
      }
    }
    onProgress?.(done + samples.length)
    // A test that never pauses cannot tell anybody how far it is.
    await nextTurn()
  }
}

/** Writes and reads so many generated articles: each comes back as it was, and a second save is the same to the byte. */
export function checkGeneratedArticles(runs: number, seed: number, onProgress?: OnProgress): Promise<void> {
  const check = ({ head, body }: { readonly head: ArticleHead; readonly body: string }): void => {
    const bytes = formatArticleFile(head, body, null)
    const file = parseArticleFile(bytes, 'x')
    expect(headOf(file.article)).toEqual(head)
    expect(file.article.body).toBe(body)
    expect(Buffer.from(formatArticleFile(headOf(file.article), body, file)).equals(bytes)).toBe(true)
  }
  return forEachSample(arbitraryArticle, runs, seed, check, onProgress)
}

type Change = Partial<ArticleHead> & { readonly body?: string }

/** Changes of one field each, as a person makes them. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .constantFrom('title', 'outlet', 'notes', 'summary', 'subtitle')
    .chain((key) => awkwardText.map((text) => ({ [key]: text }))),
  awkwardText.map((body) => ({ body })),
  fc.constantFrom(null, day('2025-03'), day('2025-03-04')).map((published) => ({ published })),
  fc.constantFrom([], ['A. Reporter'], ['Ә. Тілші', 'Б']).map((authors) => ({ authors })),
  fc.constantFrom('en' as const, 'kk' as const).map((language) => ({ language })),
)

function readIfReadable(text: string): ArticleFile | null {
  try {
    return parseArticleFile(Buffer.from(text), 'by hand')
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-article') return null
    throw error
  }
}

function checkChange(file: ArticleFile, { comments }: HandWrittenFile, wanted: Change): void {
  const { body = file.article.body, ...head } = wanted
  const bytes = formatArticleFile({ ...headOf(file.article), ...head }, body, file)
  const after = parseArticleFile(bytes, 'changed')
  expect(headOf(after.article)).toEqual({ ...headOf(file.article), ...head })
  expect(after.article.body).toBe(body)
  const [changed] = Object.keys(head)
  const untouched = (one: ArticleFile) => one.parts.entries.filter(({ key }) => key !== changed).map(({ raw }) => raw)
  expect(untouched(after)).toEqual(untouched(file))
  const text = Buffer.from(bytes).toString()
  for (const comment of comments) expect(text).toContain(comment)
  expect(Buffer.from(formatArticleFile(headOf(after.article), body, after)).equals(Buffer.from(bytes))).toBe(true)
}

/**
 * Reads so many files that the program has not written. Saved without a change each stays the same to the byte; with one
 * field changed all other keys and all comments stay letter for letter. Answers how many files could be read at all.
 */
export async function checkHandWrittenFiles(runs: number, seed: number, onProgress?: OnProgress): Promise<number> {
  let readable = 0
  const check = ([made, wanted]: readonly [HandWrittenFile, Change]): void => {
    const file = readIfReadable(made.text)
    if (file === null) return
    readable += 1
    const same = formatArticleFile(headOf(file.article), file.article.body, file)
    expect(Buffer.from(same).toString()).toBe(made.text)
    checkChange(file, made, wanted)
  }
  await forEachSample(fc.tuple(handWrittenFile, change), runs, seed, check, onProgress)
  return readable
}

/** Articles of one simulated disk; beyond this number the next disk is cheaper. */
const ARTICLES_PER_DISK = 200

/**
 * Creates so many articles from what a person typed, lone halves of surrogate pairs included. What a fresh start reads is
 * what was typed, with the halves replaced, and saving it once more writes nothing.
 */
export async function checkTypedArticles(runs: number, random: Random): Promise<void> {
  for (let done = 0; done < runs; done += ARTICLES_PER_DISK) {
    const disk = await makeSimulatedArchive()
    const archive = await openSimulated(disk)
    const seed = random.below(2 ** 31)
    const typed = fc.sample(
      fc.record({ title: typedText, notes: typedText, body: typedText }, { noNullPrototype: true }),
      {
        numRuns: Math.min(ARTICLES_PER_DISK, runs - done),
        seed,
      },
    )
    const made: (readonly [ArticleId, Partial<ArticleFields>])[] = []
    for (const fields of typed) made.push([(await archive.createArticle(fieldsWith(fields))).id, fields])
    const again = await openSimulated(disk)
    for (const [id, { title = '', notes = '', body = '' }] of made) {
      const article = await again.readArticle(id)
      const expected = { title: title.toWellFormed(), notes: notes.toWellFormed(), body: body.toWellFormed() }
      expect(article, `seed ${seed}`).toMatchObject(expected)
      const saved = await again.saveArticle(id, article.version, { ...article, title, notes, body }, { force: true })
      expect(saved.version, `seed ${seed}`).toBe(article.version)
    }
  }
}
