import type { Settings } from '../../../core/model/settings.ts'

/** Height of a row in CSS pixels; the same numbers stand in tokens.css as `--row`. */
export const ROW_HEIGHT: Readonly<Record<Settings['density'], number>> = { comfortable: 76, compact: 56, line: 34 }
/** A row with a snippet needs one line more. */
export const SNIPPET_HEIGHT = 38
