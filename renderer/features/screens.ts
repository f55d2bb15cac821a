import { lazy, type ComponentType } from 'react'
import type { Screen } from '../route.ts'
import { LibraryScreen } from './library/library-screen.tsx'

/** The screens that exist. All but the library are loaded when first opened. */
export const SCREEN_COMPONENTS: Partial<Record<Screen, ComponentType>> = {
  library: LibraryScreen,
  tags: lazy(async () => ({ default: (await import('./tags/tags-screen.tsx')).TagsScreen })),
  tag: lazy(async () => ({ default: (await import('./tag-page/tag-page-screen.tsx')).TagPageScreen })),
  stories: lazy(async () => ({ default: (await import('./stories/stories-screen.tsx')).StoriesScreen })),
  timeline: lazy(async () => ({ default: (await import('./timeline/timeline-screen.tsx')).TimelineScreen })),
  import: lazy(async () => ({ default: (await import('./import/import-screen.tsx')).ImportScreen })),
  edit: lazy(async () => ({ default: (await import('./editor/editor-screen.tsx')).EditorScreen })),
  review: lazy(async () => ({ default: (await import('./review/review-screen.tsx')).ReviewScreen })),
  trash: lazy(async () => ({ default: (await import('./trash/trash-screen.tsx')).TrashScreen })),
  archive: lazy(async () => ({ default: (await import('./archive-health/archive-screen.tsx')).ArchiveScreen })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-screen.tsx')).SettingsScreen })),
}
