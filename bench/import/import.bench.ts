import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createArchive } from '../../core/archive/create-archive.ts'
import { openArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import { createImporter } from '../../core/import/importer.ts'
import { createRuleStore } from '../../core/import/rules/rule-store.ts'
import { createIntake } from '../../core/import/intake.ts'
import { writeDocuments, writePdfs, writeTexts } from './bench-sources.ts'

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const now = (): Date => new Date()
/** Clock ticks of Linux in a second, in which it counts the time of ended children. */
const TICKS = 100

interface Kind {
  /** Files a second on two quiet cores, ledger and safe save included. */
  readonly budget: number
  readonly count: number
  readonly write: (folder: string, count: number, first: number) => Promise<void>
}

const KINDS: Readonly<Record<string, Kind>> = {
  text: { budget: 300, count: 1_500, write: writeTexts },
  docx: { budget: 40, count: 300, write: writeDocuments },
  pdf: { budget: 8, count: 80, write: writePdfs },
}

/** Seconds of processor time of this process, and of its children that have ended; the latter is known on Linux alone. */
function processorSeconds(): { readonly own: number; readonly children: number | null } {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1e6
  if (process.platform !== 'linux') return { own, children: null }
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? []
  return { own, children: (Number(fields[13]) + Number(fields[14])) / TICKS }
}

/** Imports a folder into a new archive, ledger and safe save included, and prints the rate. */
async function measureImport(name: string, { budget, count, write }: Kind, work: string): Promise<void> {
  const folder = join(work, `archive-${name}`)
  const [cacheFolder, privateFolder] = [join(work, 'cache'), join(work, 'private')]
  await write(join(work, `${name}-first`), 8, count)
  await write(join(work, name), count, 0)
  await createArchive({ folder, name, language: 'en', clock: now, newUuid: randomUUID })
  const archive = await openArchive({ folder, cacheFolder, privateFolder, clock: now, log: SILENT })
  const intake = createIntake({ privateFolder, random: randomBytes })
  const importer = createImporter({
    archive,
    intake,
    clock: now,
    log: SILENT,
    cacheFolder,
    privateFolder,
    rules: createRuleStore(archive),
    random: randomBytes,
    kindOfTag: () => undefined,
  })
  const take = async (sources: string): Promise<{ seconds: number; total: number; added: number }> => {
    const argument = {
      sources: [...(await intake.addPath(sources))],
      kind: 'coverage' as const,
      outlet: '',
      tags: [],
      charset: null,
    }
    const start = performance.now()
    const { total, added } = await importer.run({ ...argument, charset: null, task: undefined })
    return { seconds: (performance.now() - start) / 1_000, total, added }
  }
  const before = processorSeconds()
  const first = await take(join(work, `${name}-first`))
  const { seconds, total, added } = await take(join(work, name))
  await importer.close()
  await archive.close()
  // Readers are killed; their time is known once the system has taken them down.
  await delay(500)
  const after = processorSeconds()
  const rate = total / seconds
  const processor = `${(after.own - before.own).toFixed(1)} s here${
    after.children === null || before.children === null
      ? ''
      : `, ${(after.children - before.children).toFixed(1)} s in readers`
  }`
  process.stdout.write(
    `${name.padEnd(6)} ${rate.toFixed(1)} files/s (${added} of ${total} added; processor time ${processor}; first 8 files ${first.seconds.toFixed(1)} s)  budget ${budget}/s: ${rate >= budget ? 'held' : 'MISSED'}\n`,
  )
}

/** Measures the import of text files, Word documents and PDFs into an archive on disk; arguments choose among them. */
export async function runImportBench(names: readonly string[]): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'bench-import-'))
  try {
    for (const [name, kind] of Object.entries(KINDS)) {
      if (names.length === 0 || names.includes(name)) await measureImport(name, kind, work)
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
