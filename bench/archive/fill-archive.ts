import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatArticleFile } from '../../core/archive/article-file.ts'
import { articlePath, shortIdOf } from '../../core/archive/layout.ts'
import { createArticleId } from '../../core/model/article-id.ts'
import { isPartialDay } from '../../core/model/calendar-day.ts'
import { NO_TAGS, type TagId } from '../../core/model/tag.ts'

/** Text of a generated article, about 4 kB. */
export const BODY = 'The faculty of geography has a new map room. Студенттер картаны өздері сызды. '.repeat(25)

const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2005, 0, 1)
const FIRST_ID = 1_600_000_000_000

function fileOf(number: number): readonly [path: string, bytes: Uint8Array] {
  const day = new Date(FIRST_DAY + ((number * 7_919) % 7_600) * DAY).toISOString().slice(0, 10)
  const id = createArticleId(FIRST_ID + number * 32, [3, 1, 4, 1, 5, 9, 2])
  const time = new Date(FIRST_ID + number).toISOString()
  const head = {
    id,
    title: `Заметка ${String(number)} о жизни университета`,
    subtitle: '',
    published: isPartialDay(day) ? day : null,
    outlet: `Outlet ${String(number % 120)}`,
    authors: ['A. Reporter'],
    kind: number % 3 === 0 ? ('own' as const) : ('coverage' as const),
    language: (['en', 'ru', 'kk'] as const)[number % 3] ?? 'en',
    url: '',
    // Slugs of this shape are tag ids.
    tags: {
      ...NO_TAGS,
      partner: [`partner-${String(number % 40)}` as TagId],
      topic: [`t-${String(number % 300)}` as TagId],
    },
    attachments: [],
    story: '',
    summary: '',
    notes: '',
    imported: null,
    created: time,
    updated: time,
  }
  const path = articlePath(head.published, head.title, shortIdOf(id))
  return [path, formatArticleFile(head, `${BODY}${String(number)}`, null)]
}

/** Writes so many article files without safe saving: only what is measured afterwards matters. */
export async function fillArchive(root: string, count: number): Promise<void> {
  const folders = new Set<string>()
  for (let number = 0; number < count; number += 1) {
    const [path, bytes] = fileOf(number)
    const folder = join(root, path, '..')
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    folders.add(folder)
    await writeFile(join(root, path), bytes)
  }
}
