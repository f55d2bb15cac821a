import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { createArchive } from '../../core/archive/create-archive.ts'
import { openArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import { createImporter } from '../../core/import/importer.ts'
import { createIntake } from '../../core/import/intake.ts'

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const FIXTURES = resolve(import.meta.dirname, '../../test/fixtures/imports')
const now = (): Date => new Date()

/** Imports a folder into a new archive, ledger and safe save included, and prints the rate. */
async function measureImport(name: string, sources: string, work: string, budget: number): Promise<void> {
  const folder = join(work, `archive-${name}`)
  const [cacheFolder, privateFolder] = [join(work, 'cache'), join(work, 'private')]
  await createArchive({ folder, name, language: 'en', clock: now, newUuid: randomUUID })
  const archive = await openArchive({ folder, cacheFolder, privateFolder, clock: now, log: SILENT })
  const intake = createIntake({ privateFolder, random: randomBytes })
  const importer = createImporter({
    archive,
    intake,
    clock: now,
    log: SILENT,
    cacheFolder,
    random: randomBytes,
    kindOfTag: () => undefined,
  })
  const argument = { sources: [...(await intake.addPath(sources))], kind: 'coverage' as const, outlet: '', tags: [] }
  const start = performance.now()
  const { total, added, failed } = await importer.run({ ...argument, task: undefined })
  const rate = total / ((performance.now() - start) / 1_000)
  const verdict = rate >= budget ? 'held' : 'MISSED'
  const memory = Math.round(process.memoryUsage.rss() / 1_000_000)
  process.stdout.write(
    `${name.padEnd(16)} ${rate.toFixed(1)} files/s (${total} files, ${added} added, ${failed} failed)  budget ${budget}/s: ${verdict}  memory of the core ${memory} MB\n`,
  )
  await importer.close()
  await archive.close()
}

async function writeTexts(folder: string, count: number): Promise<void> {
  await mkdir(folder)
  for (let number = 0; number < count; number += 1) {
    const lines = [
      `${1 + (number % 28)} October 2025`,
      `NEWS ITEM NUMBER ${number} OF THE UNIVERSITY`,
      ...Array.from({ length: 6 }, (_, part) =>
        `Paragraph ${part} of item ${number} tells of the university and its partners. `.repeat(6),
      ),
    ]
    await writeFile(join(folder, `${number}.txt`), lines.join('\n'))
  }
}

/** Copies of real documents, each with words of its own, so that none is a duplicate. */
async function writeDocuments(folder: string, count: number): Promise<void> {
  await mkdir(folder)
  const names = await readdir(join(FIXTURES, 'docx'))
  for (let number = 0; number < count; number += 1) {
    const name = names[number % names.length] ?? ''
    const entries = unzipSync(await readFile(join(FIXTURES, 'docx', name)))
    const text = strFromU8(entries['word/document.xml'] ?? new Uint8Array())
    const changed = strToU8(text.replace(/<\/w:t>/g, ` ${number}</w:t>`))
    await writeFile(join(folder, `${number}.docx`), zipSync({ ...entries, 'word/document.xml': changed }))
  }
}

/** Measures the import of text files, Word documents and PDFs into an archive on disk. */
export async function runImportBench(): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bench-import-'))
  try {
    await writeTexts(join(work, 'text'), 1_500)
    await writeDocuments(join(work, 'docx'), 200)
    await measureImport('text', join(work, 'text'), work, 300)
    await measureImport('docx', join(work, 'docx'), work, 40)
    await measureImport('pdf', join(FIXTURES, 'pdf'), work, 8)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
