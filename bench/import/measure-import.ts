import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createArchive } from '../../core/archive/create-archive.ts'
import { openArchive } from '../../core/archive/open-archive.ts'
import type { Log } from '../../core/contract/log.ts'
import { createImporter } from '../../core/import/importer.ts'
import { createRuleStore } from '../../core/import/rules/rule-store.ts'
import { createIntake } from '../../core/import/intake.ts'

/*
 * Imports two folders into a new archive, ledger and safe save included, and prints the rate of the second one. Run as a
 * bundle of its own, with the readers as they are shipped.
 * arguments: WORK NAME BUDGET, where WORK holds the folders NAME-first and NAME
 */

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const now = (): Date => new Date()
/** Clock ticks of Linux in a second, in which it counts the time of ended children. */
const TICKS = 100

/** Seconds of processor time of this process, and of its children that have ended; the latter is known on Linux alone. */
function processorSeconds(): { readonly own: number; readonly children: number } {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1e6
  if (process.platform !== 'linux') return { own, children: 0 }
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? []
  return { own, children: (Number(fields[13]) + Number(fields[14])) / TICKS }
}

async function openImporter(work: string, name: string) {
  const folder = join(work, `archive-${name}`)
  const [cacheFolder, privateFolder] = [join(work, 'cache'), join(work, 'private')]
  await createArchive({ folder, name, language: 'en', clock: now, newUuid: randomUUID })
  const archive = await openArchive({ folder, cacheFolder, privateFolder, clock: now, log: SILENT })
  const intake = createIntake({ privateFolder, random: randomBytes })
  const tools = { archive, intake, clock: now, log: SILENT, cacheFolder, privateFolder, random: randomBytes }
  const importer = createImporter({ ...tools, rules: createRuleStore(archive), kindOfTag: () => undefined })
  return { archive, intake, importer }
}

async function measureImport(work: string, name: string, budget: number): Promise<void> {
  const { archive, intake, importer } = await openImporter(work, name)
  const take = async (sources: string) => {
    const argument = { kind: 'coverage' as const, outlet: '', tags: [], charset: null, task: undefined }
    const start = performance.now()
    const { total, added } = await importer.run({ ...argument, sources: [...(await intake.addPath(sources))] })
    return { seconds: (performance.now() - start) / 1_000, total, added }
  }
  const before = processorSeconds()
  const first = await take(join(work, `${name}-first`))
  const middle = processorSeconds()
  const { seconds, total, added } = await take(join(work, name))
  const own = processorSeconds().own - middle.own
  await importer.close()
  await archive.close()
  // Readers are killed; their time is known once the system has taken them down.
  await delay(500)
  const children = processorSeconds().children - before.children
  const rate = total / seconds
  const milliseconds = (spent: number): string => ((spent / total) * 1_000).toFixed(1)
  process.stdout.write(
    `${name.padEnd(6)} ${rate.toFixed(1)} files/s (${added} of ${total} added; processor time of a file ${milliseconds(own)} ms here, ${milliseconds(children)} ms in readers; first ${first.total} files ${first.seconds.toFixed(1)} s)  budget ${budget}/s: ${rate >= budget ? 'held' : 'MISSED'}\n`,
  )
}

const [work = '', name = '', budget = ''] = process.argv.slice(2)
await measureImport(work, name, Number(budget))
