import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Documents } from '../documents/create-documents.ts'
import { createImporter } from '../import/importer.ts'
import { createPairStore } from '../import/review/pair-store.ts'
import { createReviewService } from '../import/review/review-service.ts'
import { createRuleStore } from '../import/rules/rule-store.ts'
import { createWatchFolder } from '../import/watch/watch-folder.ts'
import { localDayOf } from '../model/locale.ts'
import type { Services, SessionOptions } from './session-services.ts'

/** How often the watched folder is looked at, in milliseconds. */
const WATCH_INTERVAL = 5_000

interface ImportNeeds extends Pick<Services, 'archive' | 'tags'> {
  readonly documents: () => Documents
}

/** Makes what takes articles in: the importer with its rules, its review and the watched folder. */
export function createImports(
  { archive, tags, documents }: ImportNeeds,
  { intake, clock, log, cacheFolder, privateFolder, waitForIndex }: SessionOptions,
): Pick<Services, 'importer' | 'sourceRules' | 'review' | 'watch'> {
  const sourceRules = createRuleStore(archive)
  const importer = createImporter({
    archive,
    intake,
    rules: sourceRules,
    clock,
    log,
    cacheFolder,
    privateFolder,
    random: randomBytes,
    kindOfTag: (id) => tags.get(id)?.kind,
  })
  const review = createReviewService({
    archive,
    pairs: createPairStore(archive),
    rules: sourceRules,
    read: importer.read,
    draw: importer.draw,
    keepFile: (...given) => documents().keep(...given),
    dropFile: (document) => documents().discard(document),
    today: () => localDayOf(clock().getTime()),
  })
  const watch = createWatchFolder({
    importer,
    intake,
    file: join(privateFolder, 'watched-folders', `${archive.info.id}.json`),
    clock,
    log,
    // A program that asks once and ends watches nothing.
    interval: waitForIndex ? null : WATCH_INTERVAL,
  })
  return { importer, sourceRules, review, watch }
}
