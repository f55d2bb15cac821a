import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NO_FILTER } from '../../core/model/article-filter.ts'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import { fieldsWith, makeArchive } from './archive.ts'
import { day } from './catalog-of.ts'
import type { Random } from './random.ts'

/** Everything that lists and filters show, as text. */
function pictureOf({ catalog }: OpenArchive): string {
  const rows = catalog.filter(NO_FILTER)
  const lines = [...catalog.sorted(rows, 'title')].map((row) => catalog.summaryAt(row))
  return JSON.stringify([
    lines,
    catalog.facets(rows),
    catalog.facets(catalog.filter({ ...NO_FILTER, from: '2024-03-01', to: null })),
  ])
}

function damage(bytes: Buffer, random: Random): Buffer {
  const place = random.below(bytes.length)
  switch (random.below(5)) {
    case 0:
      return bytes.subarray(0, place)
    case 1:
      return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(bytes.length - place)])
    case 2:
      return Buffer.concat([bytes, bytes.subarray(place)])
    case 3: {
      const copy = Buffer.from(bytes)
      const length = Math.min(64, bytes.length - place)
      for (let at = 0; at < length; at += 1) copy[place + at] = random.below(256)
      return copy
    }
    default: {
      const copy = Buffer.from(bytes)
      copy[place] = copy[place]! ^ (1 << random.below(8))
      return copy
    }
  }
}

/** Damages the catalog's cache in many ways and opens the archive after each; answers the differences. */
export async function runCacheDamage(random: Random, times: number): Promise<readonly string[]> {
  const place = await makeArchive()
  const first = await place.open()
  for (let number = 0; number < 30; number += 1) {
    const published = number % 4 === 0 ? null : day(`2024-${String(1 + (number % 12)).padStart(2, '0')}`)
    await first.createArticle(fieldsWith({ title: `Мақала ${number}`, outlet: `Outlet ${number % 3}`, published }))
  }
  const expected = pictureOf(first)
  await first.close()
  const cacheRoot = join(place.path, '../cache')
  const [folder = ''] = await readdir(cacheRoot)
  const file = join(cacheRoot, folder, 'catalog.bin')
  const bytes = await readFile(file)
  const wrong: string[] = []
  for (let time = 0; time < times; time += 1) {
    await writeFile(file, damage(bytes, random))
    const archive = await place.open()
    if (pictureOf(archive) !== expected) wrong.push(`time ${time}`)
    await archive.close()
  }
  return wrong
}
