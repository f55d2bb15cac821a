import { lazy, Suspense } from 'react'
import { assertNever } from '../../core/model/assert-never.ts'
import { useDialogStore, type DialogRequest } from '../state/dialog-store.ts'

const KeysDialog = lazy(async () => ({ default: (await import('./palette/keys-dialog.tsx')).KeysDialog }))
const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }))
const AssignTags = lazy(async () => ({ default: (await import('./library/assign-tags.tsx')).AssignTags }))
const SuggestMany = lazy(async () => ({ default: (await import('./tags/suggest-many.tsx')).SuggestMany }))
const ExportDialog = lazy(async () => ({ default: (await import('./export-pdf/export-dialog.tsx')).ExportDialog }))
const ConflictDialog = lazy(async () => ({
  default: (await import('./archive-health/conflict-dialog.tsx')).ConflictDialog,
}))
const ConfirmAct = lazy(async () => ({ default: (await import('./confirm-act/confirm-act.tsx')).ConfirmAct }))
const EmptyTrash = lazy(async () => ({ default: (await import('./trash/empty-trash.tsx')).EmptyTrash }))
const HistoryDialog = lazy(async () => ({ default: (await import('./reader/history-dialog.tsx')).HistoryDialog }))
const SaveSearch = lazy(async () => ({ default: (await import('./search/save-search.tsx')).SaveSearch }))
const SearchHelp = lazy(async () => ({ default: (await import('./search/search-help.tsx')).SearchHelp }))

/** The open dialog, if any. Each is loaded when first opened. */
export function Dialogs() {
  const open = useDialogStore((state) => state.open)
  return open === null ? null : <Suspense fallback={null}>{dialogOf(open)}</Suspense>
}

function dialogOf(request: DialogRequest) {
  switch (request.name) {
    case 'palette':
      return <Palette />
    case 'keys':
      return <KeysDialog />
    case 'search-help':
      return <SearchHelp />
    case 'save-search':
      return <SaveSearch search={request.search} />
    case 'conflict':
      return <ConflictDialog conflict={request.conflict} />
    case 'confirm-act':
      return <ConfirmAct title={request.title} shown={request.shown} onAnswer={request.answer} />
    case 'empty-trash':
      return <EmptyTrash ids={request.ids} />
    case 'history':
      return <HistoryDialog article={request.article} />
    case 'assign-tags':
      return <AssignTags ids={request.ids} />
    case 'suggest-tags':
      return <SuggestMany ids={request.ids} />
    case 'export':
      return <ExportDialog ids={request.ids} {...(request.preset === undefined ? {} : { preset: request.preset })} />
    default:
      return assertNever(request, 'dialog')
  }
}
