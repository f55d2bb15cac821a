import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { OpenArchive } from '../../core/archive/open-archive.ts'
import type { RequestArgument } from '../../core/contract/archive-api.ts'
import { createImporter, type Importer, type ImportJob } from '../../core/import/importer.ts'
import { createIntake, type Intake } from '../../core/import/intake.ts'
import { createRuleStore, type RuleStore } from '../../core/import/rules/rule-store.ts'
import type { ImportReport } from '../../core/model/import-report.ts'
import type { TagId, TagKind } from '../../core/model/tag.ts'
import { createTestClock, makeArchive, type TestArchive } from './archive.ts'
import { makeTempDir } from './temp-dir.ts'

/** An archive with an importer, and short ways to feed it. */
export interface ImportStand {
  readonly test: TestArchive
  readonly archive: OpenArchive
  readonly intake: Intake
  readonly importer: Importer
  readonly rules: RuleStore
  readonly cacheFolder: string
  readonly privateFolder: string
  readonly importBytes: (name: string, bytes: Uint8Array | string) => Promise<ImportReport>
  readonly importPath: (path: string, job?: ImportJob) => Promise<ImportReport>
}

/** True where every source of a run is accounted for. */
export function addsUp({ total, added, duplicates, skipped, failed }: ImportReport): boolean {
  return total === added + duplicates + skipped + failed
}

/** What a host passes for an import of these sources with nothing chosen. */
export function runArgument(
  sources: readonly string[],
  chosen: Partial<RequestArgument<'import.run'>> = {},
): RequestArgument<'import.run'> {
  return { sources: [...sources], kind: 'coverage', outlet: '', tags: [], charset: null, task: undefined, ...chosen }
}

/** Makes an empty archive with an importer; `tags` are those of the registry, `disk` is where the archive lies. */
export async function makeImportStand(
  tags: ReadonlyMap<string, TagKind> = new Map(),
  disk?: string,
): Promise<ImportStand> {
  const test = await makeArchive(undefined, disk)
  const base = await makeTempDir()
  const folders = { cacheFolder: join(base, 'cache'), privateFolder: join(base, 'private') }
  return openStand(test, await test.open(), folders, tags)
}

/** Opens the archive of a stand once more, as the next program does; what still runs in the first one is left alone. */
export async function reopenImportStand({ test, cacheFolder, privateFolder }: ImportStand): Promise<ImportStand> {
  return openStand(test, await test.open({ lock: null }), { cacheFolder, privateFolder }, new Map())
}

function openStand(
  test: TestArchive,
  archive: OpenArchive,
  folders: { readonly cacheFolder: string; readonly privateFolder: string },
  tags: ReadonlyMap<string, TagKind>,
): ImportStand {
  const rules = createRuleStore(archive)
  const intake = createIntake({ privateFolder: folders.privateFolder, random: randomBytes })
  const importer = createImporter({
    archive,
    intake,
    clock: createTestClock('2026-11-02T08:00:00.000Z'),
    log: test.log,
    ...folders,
    rules,
    random: randomBytes,
    kindOfTag: (id: TagId) => tags.get(id),
  })
  return {
    test,
    archive,
    intake,
    importer,
    rules,
    ...folders,
    importBytes: async (name, bytes) => {
      const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
      return importer.run(runArgument([await intake.addBytes(name, content)]))
    },
    importPath: async (path, job) => importer.run(runArgument(await intake.addPath(path)), job),
  }
}
