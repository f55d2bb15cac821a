import type { TagId } from '../../model/tag.ts'
import { createInterner, type Interner } from './interner.ts'
import type { CatalogColumns } from './catalog.ts'

/** The columns as the catalog fills them. */
export interface MutableColumns extends CatalogColumns {
  rows: number
  live: Uint8Array
  firstDay: Int32Array
  lastDay: Int32Array
  language: Uint8Array
  kind: Uint8Array
  outlet: Uint32Array
  doubtful: Uint8Array
  /** Time of creation in milliseconds since 1970. */
  created: Float64Array
  readonly tags: (readonly number[])[]
  readonly outletNumbers: Interner<string>
  readonly tagNumbers: Interner<TagId>
}

const SMALLEST = 64

/** Columns for no article yet. */
export function createColumns(outlets: readonly string[] = [''], tagIds: readonly TagId[] = []): MutableColumns {
  const [outletNumbers, tagNumbers] = [createInterner(outlets), createInterner(tagIds)]
  return {
    rows: 0,
    live: new Uint8Array(SMALLEST),
    firstDay: new Int32Array(SMALLEST),
    lastDay: new Int32Array(SMALLEST),
    language: new Uint8Array(SMALLEST),
    kind: new Uint8Array(SMALLEST),
    outlet: new Uint32Array(SMALLEST),
    doubtful: new Uint8Array(SMALLEST),
    created: new Float64Array(SMALLEST),
    tags: [],
    outletNumbers,
    tagNumbers,
    outletNames: outletNumbers.texts,
    tagIds: tagNumbers.texts,
  }
}

/** Makes room for at least `rows` rows; the arrays are new ones then. */
export function growColumns(columns: MutableColumns, rows: number): void {
  if (rows <= columns.live.length) return
  const length = Math.max(rows, columns.live.length * 2)
  columns.live = copyInto(new Uint8Array(length), columns.live)
  columns.firstDay = copyInto(new Int32Array(length), columns.firstDay)
  columns.lastDay = copyInto(new Int32Array(length), columns.lastDay)
  columns.language = copyInto(new Uint8Array(length), columns.language)
  columns.kind = copyInto(new Uint8Array(length), columns.kind)
  columns.outlet = copyInto(new Uint32Array(length), columns.outlet)
  columns.doubtful = copyInto(new Uint8Array(length), columns.doubtful)
  columns.created = copyInto(new Float64Array(length), columns.created)
}

function copyInto<Target extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  target: Target,
  source: Target,
): Target {
  target.set(source)
  return target
}
