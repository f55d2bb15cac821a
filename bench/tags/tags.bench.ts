import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatArticleFile } from '../../core/archive/article-file.ts'
import { createDryRuns } from '../../core/archive/dry-runs.ts'
import { createArchive } from '../../core/archive/create-archive.ts'
import { articlePath, shortIdOf } from '../../core/archive/layout.ts'
import { openArchive, type OpenArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { NO_TAGS, type Tag, type TagId } from '../../core/model/tag.ts'
import type { TaskContext } from '../../core/tasks/task-registry.ts'
import { EMPTY_REGISTRY } from '../../core/tags/edit-registry.ts'
import { createTagFinder } from '../../core/tags/find-tag.ts'
import { createNameTrie } from '../../core/tags/name-trie.ts'
import { readRegistry } from '../../core/tags/read-registry.ts'
import { suggestKnownTags } from '../../core/tags/suggest-known-tags.ts'
import { suggestNewTags } from '../../core/tags/suggest-new-tags.ts'
import { countTagPairs } from '../../core/tags/tag-matrix.ts'
import { createTagOperations } from '../../core/tags/tag-operations.ts'
import { openTagStore } from '../../core/tags/tag-store.ts'
import { countTagUsage } from '../../core/tags/tag-usage.ts'
import { textPartsOf } from '../../core/tags/text-words.ts'
import { generatedCatalog, generatedTags } from '../support/generated-catalog.ts'
import { measure, report } from '../support/measure.ts'

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const QUIET: TaskContext = { signal: new AbortController().signal, onProgress: () => undefined }
const MERGED = 5_000
const SYLLABLES = 'ba ke lo mar nur ten sai dal zhan bek rov tau kol ger'.split(' ')

/** Measures merging over 5,000 articles on disk, suggestions among 20,000 names, pairs of tags over 100,000 articles. */
export async function runTagsBench(): Promise<void> {
  await measureCatalog()
  await measureSuggestions()
  await measureRegistry()
  await measureMerge()
}

async function measureCatalog(): Promise<void> {
  const catalog = generatedCatalog(100_000)
  const tags = generatedTags()
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const rows = catalog.filter(NO_FILTER)
  const shape = { rows: 'partner', columns: 'initiative', limit: 50 } as const
  const lookup = { get: (id: TagId): Tag | undefined => byId.get(id) }
  report(
    'pairs of partners and initiatives, 100,000',
    await measure(15, () => countTagPairs(catalog, lookup, shape, rows)),
    30,
  )
  report('use of all tags, 100,000', await measure(15, () => countTagUsage(tags, catalog)), 30)
}

/** Names such as "Marnurbek University" in three languages: 20,001 spellings. */
function manyTags(count: number): readonly Tag[] {
  return Array.from({ length: count }, (_, number): Tag => {
    const word = [number % 14, Math.floor(number / 14) % 14, Math.floor(number / 196) % 14, (number * 5) % 14]
      .map((place) => SYLLABLES[place] ?? '')
      .join('')
    const name = word.charAt(0).toUpperCase() + word.slice(1)
    return {
      id: `tag-${number}` as TagId,
      kind: 'partner',
      names: {
        en: `${name} University ${number}`,
        ru: `Университет ${name} ${number}`,
        kk: `${name} ${number} университеті`,
      },
      aliases: [],
      color: '#2f6db5',
    }
  })
}

async function sampleText(): Promise<string> {
  const folder = new URL('../../resources/sample/articles/', import.meta.url)
  const name = '2024-04-11-aidynkol-i-nordkhaven-sozdayut-laboratoriyu-kholodnogo-1hv5sbdc.md'
  const text = await readFile(new URL(name, folder), 'utf8')
  return text.slice(text.indexOf('\n---\n') + 5).repeat(3)
}

async function measureSuggestions(): Promise<void> {
  const tags = manyTags(6_667)
  const text = await sampleText()
  const trie = createNameTrie(tags)
  const parts = textPartsOf('', text)
  const words = parts.reduce((sum, part) => sum + part.words.length, 0)
  report(
    `known tags among 20,000 names, ${words} words`,
    await measure(200, () => suggestKnownTags(trie, textPartsOf('', text))),
    2,
  )
  report(`new names, ${words} words`, await measure(50, () => suggestNewTags(parts, () => false, 8)))
  report('preparing 20,000 names', await measure(3, () => createNameTrie(tags)))
}

async function measureRegistry(): Promise<void> {
  const text = registryText(20_000)
  report('reading a registry of 20,000 tags', await measure(3, () => readRegistry(text)))
  const tags = readRegistry(text).entries.map(({ tag }) => tag)
  report('finding by name among 20,000 tags, prepared', await measure(3, () => createTagFinder(tags)))
}

function registryText(count: number): string {
  const entries = Array.from(
    { length: count },
    (_, number) =>
      `  - id: tag-${number}\n    kind: partner\n    names:\n      en: Partner number ${number}\n      ru: Партнёр номер ${number}\n    color: "#2f6db5"\n`,
  )
  return `${EMPTY_REGISTRY.replace(' []', '')}${entries.join('')}`
}

async function measureMerge(): Promise<void> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'press-archive-bench-')))
  const clock = (): Date => new Date()
  try {
    const { path } = await createArchive({ folder: join(base, 'archive'), name: 'Bench', language: 'en', clock })
    await writeArticles(path)
    const archive = await openArchive({
      folder: path,
      cacheFolder: join(base, 'cache'),
      privateFolder: join(base, 'private'),
      clock,
      log: SILENT,
    })
    await mergeIn(archive)
    await archive.close()
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

/** Writes the articles without safe saving: only what is measured afterwards matters. */
async function writeArticles(root: string): Promise<void> {
  const body = 'The faculty has a new map room. Студенттер картаны өздері сызды. '.repeat(20)
  await mkdir(join(root, 'articles', 'undated'), { recursive: true })
  for (let number = 0; number < MERGED; number += 1) {
    const id = createArticleId(1_600_000_000_000 + number * 32, [3, 1, 4, 1, 5, 9, 2])
    const created = '2025-01-01T00:00:00.000Z'
    const head = {
      ...{ id, title: `Article ${number}`, subtitle: '', published: null, outlet: '', authors: [], url: '' },
      ...{ kind: 'own' as const, language: 'en' as const, story: '', summary: '', notes: '', imported: null },
      // A slug by its making: the name of the tag that is merged.
      tags: { ...NO_TAGS, partner: ['from' as TagId] },
      ...{ attachments: [], created, updated: created },
    }
    await writeFile(
      join(root, articlePath(null, head.title, shortIdOf(id))),
      formatArticleFile(head, `${body}${number}`, null),
    )
  }
}

async function mergeIn(archive: OpenArchive): Promise<void> {
  const store = await openTagStore(archive)
  const from = await store.create({ kind: 'partner', names: { en: 'From' } })
  const into = await store.create({ kind: 'partner', names: { en: 'Into' } })
  const dryRuns = createDryRuns()
  const operations = createTagOperations({
    store,
    catalog: archive.catalog,
    changeArticles: (ids, change, context) => archive.changeArticles(ids, change, context),
    putBack: (list, context) => archive.putBack(list, context),
    dryRuns,
    matchingRows: (_query, filter) => Promise.resolve(archive.catalog.filter(filter)),
  })
  const merge = { type: 'merge', from: [from.id], into: into.id } as const
  const confirmed = (await operations.preview(merge)).confirmed ?? ''
  const start = performance.now()
  const { change, undo } = await operations.make(merge, { ...QUIET, confirmed })
  const merged = performance.now()
  if (undo !== null) await operations.undo(undo, QUIET)
  const undone = performance.now()
  const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(2)
  process.stdout.write(
    `merging two tags over ${change.changed.length} articles: ${seconds(merged - start)} s (budget 3 s), undo ${seconds(undone - merged)} s\n`,
  )
}
