import { AppError } from '../../contract/app-error.ts'
import type { ImportItem } from '../../model/import-report.ts'
import { failedItem } from '../import-source.ts'
import type { StagedSource } from '../intake.ts'
import type { RunPlan } from './run-plan.ts'

/** Text from the clipboard as a source; with its markup where there is some. */
export function pasteSource({ text, html }: { readonly text: string; readonly html: string }): StagedSource {
  const marked = html.trim() === '' ? null : `<!doctype html><meta charset="utf-8"><body>${html}</body>`
  const bytes = new TextEncoder().encode(marked ?? text)
  return {
    id: 'paste',
    name: marked === null ? 'paste' : 'paste.html',
    size: bytes.length,
    modified: null,
    path: null,
    isCopy: false,
    fault: null,
    read: () => Promise.resolve(bytes),
    companions: () => Promise.resolve([]),
  }
}

/** Items of the sources that were not reached when the user gave a run up. */
export function givenUpItems(plan: RunPlan, items: readonly ImportItem[]): readonly ImportItem[] {
  const known = new Set(items.map(({ place }) => place))
  const reason = new AppError('cancelled', 'The import was given up before its turn.')
  return plan.sources
    .filter(({ place }) => !known.has(place))
    .map(({ place, name }) => ({ ...failedItem(name, reason, 'skipped'), place }))
}
