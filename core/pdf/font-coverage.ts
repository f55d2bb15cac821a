/** Code points for which a TrueType font has a letterform: its character map in format 12, which ours have. */
export function coveredCodePoints(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = new Set<number>()
  const map = findTable(view, 'cmap')
  const subtables = view.getUint16(map + 2)
  for (let index = 0; index < subtables; index += 1) {
    const table = map + view.getUint32(map + 4 + index * 8 + 4)
    if (view.getUint16(table) === 12) addGroups(view, table, covered)
  }
  if (covered.size === 0) throw new Error('The font has no character map of format 12.')
  return covered
}

function findTable(view: DataView, tag: string): number {
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(record + place)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`The font has no table ${tag}.`)
}

function addGroups(view: DataView, table: number, covered: Set<number>): void {
  const groups = view.getUint32(table + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = table + 16 + index * 12
    const last = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= last; code += 1) covered.add(code)
  }
}
