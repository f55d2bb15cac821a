import { AppError } from '../../contract/app-error.ts'

/*
 * Old Word documents and Outlook mails are small file systems of sectors: a table names the sector that follows each
 * sector, and a tree names the files. In a damaged one both can run in circles, which the libraries would follow until the
 * memory is full.
 */

const HEADER_BYTES = 512
const ENTRY_BYTES = 128
/** Numbers of sectors from here on are marks such as the end of a chain. */
const FIRST_MARK = 0xfffffffa
const NO_ENTRY = 0xffffffff
/** Shorter files lie in the small sectors. */
const SMALL_FILE_BYTES = 4_096

interface Container {
  readonly view: DataView
  readonly sectorBytes: number
  readonly sectors: number
}

function damaged(): AppError {
  return new AppError('unreadable-source', 'The file is damaged: its parts run in circles or lie outside of it.')
}

function openContainer(bytes: Uint8Array): Container {
  if (bytes.length < HEADER_BYTES) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sectorBytes = view.getUint16(30, true) === 12 ? 4_096 : 512
  return { view, sectorBytes, sectors: Math.ceil(bytes.length / sectorBytes) }
}

/** A number in a sector; sectors at the end of the file may be cut. */
function numberIn({ view, sectorBytes }: Container, sector: number, place: number): number {
  const offset = (sector + 1) * sectorBytes + place * 4
  if (offset + 4 > view.byteLength) throw damaged()
  return view.getUint32(offset, true)
}

/** The sectors of a chain. `most` is what the whole file could hold. */
function chainOf(start: number, next: (sector: number) => number, most: number): readonly number[] {
  const chain: number[] = []
  for (let sector = start; sector < FIRST_MARK; sector = next(sector)) {
    if (chain.length >= most) throw damaged()
    chain.push(sector)
  }
  return chain
}

/** The sectors that hold the table of sectors, in order: those of the header, then those of the lists it points to. */
function tableSectors(container: Container): readonly number[] {
  const { view, sectorBytes, sectors } = container
  const inHeader = Array.from({ length: 109 }, (_, place) => view.getUint32(76 + place * 4, true))
  const perList = sectorBytes / 4 - 1
  // Some programs write no mark where there is none.
  const first = view.getUint32(72, true) === 0 ? NO_ENTRY : view.getUint32(68, true)
  const lists = chainOf(first, (list) => numberIn(container, list, perList), sectors)
  const listed = lists.flatMap((list) =>
    Array.from({ length: perList }, (_, place) => numberIn(container, list, place)),
  )
  const count = view.getUint32(44, true)
  if (count > sectors) throw damaged()
  return [...inHeader, ...listed].slice(0, count)
}

interface Entry {
  readonly isFile: boolean
  readonly neighbours: readonly number[]
  readonly start: number
  readonly size: number
}

function readEntries(container: Container, chain: readonly number[]): readonly Entry[] {
  const { view, sectorBytes } = container
  return chain.flatMap((sector) =>
    Array.from({ length: sectorBytes / ENTRY_BYTES }, (_, place): Entry => {
      const at = (sector + 1) * sectorBytes + place * ENTRY_BYTES
      if (at + ENTRY_BYTES > view.byteLength) throw damaged()
      return {
        isFile: view.getUint8(at + 66) === 2,
        neighbours: [68, 72, 76].map((field) => view.getUint32(at + field, true)),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      }
    }),
  )
}

/** The entries of the tree, each met once. */
function treeOf(entries: readonly Entry[]): readonly Entry[] {
  const met = new Set<number>([0])
  const waiting = [0]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const entry = entries[place]
    if (entry === undefined) throw damaged()
    for (const other of entry.neighbours.filter((number) => number !== NO_ENTRY)) {
      if (met.has(other)) throw damaged()
      met.add(other)
      waiting.push(other)
    }
  }
  return entries.filter((_, place) => met.has(place))
}

/**
 * Refuses a compound file whose chains or tree of files run in circles, or whose files are longer than itself.
 *
 * @throws AppError `unreadable-source`
 */
export function checkCompound(bytes: Uint8Array): void {
  const container = openContainer(bytes)
  const { view, sectorBytes, sectors } = container
  const table = tableSectors(container)
  const perSector = sectorBytes / 4
  const next = (sector: number): number => {
    const holder = table[Math.floor(sector / perSector)]
    if (holder === undefined) throw damaged()
    return numberIn(container, holder, sector % perSector)
  }
  const entries = treeOf(readEntries(container, chainOf(view.getUint32(48, true), next, sectors)))
  const smallCount = view.getUint32(64, true)
  if (smallCount > sectors) throw damaged()
  const smallTable = smallCount === 0 ? [] : chainOf(view.getUint32(60, true), next, sectors)
  const nextSmall = (sector: number): number => {
    const holder = smallTable[Math.floor(sector / perSector)]
    if (holder === undefined) throw damaged()
    return numberIn(container, holder, sector % perSector)
  }
  if (entries[0] !== undefined) chainOf(entries[0].start, next, sectors)
  for (const { isFile, start, size } of entries) {
    if (size > bytes.length) throw damaged()
    if (!isFile || size === 0) continue
    if (size >= SMALL_FILE_BYTES) chainOf(start, next, sectors)
    else chainOf(start, nextSmall, smallTable.length * perSector)
  }
}
