import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkCompound } from '../../../../../core/import/office/check-compound.ts'
import { FIXTURES } from '../../../../support/import-fixtures.ts'

const FILES = ['doc', 'msg'].flatMap((format) =>
  readdirSync(join(FIXTURES, format)).map((name) => [name, readFileSync(join(FIXTURES, format, name))] as const),
)
const mail = readFileSync(join(FIXTURES, 'msg/en-robot.msg'))

/** A copy with another number at a place of the head or of a sector. */
function withNumber(at: number, number: number): Uint8Array {
  const copy = new Uint8Array(mail)
  new DataView(copy.buffer).setUint32(at, number, true)
  return copy
}

const directory = new DataView(mail.buffer, mail.byteOffset).getUint32(48, true)
const table = new DataView(mail.buffer, mail.byteOffset).getUint32(76, true)
const BROKEN: readonly (readonly [string, Uint8Array])[] = [
  ['a directory that follows itself', withNumber((table + 1) * 512 + directory * 4, directory)],
  ['a tree of files that comes back to its root', withNumber((directory + 1) * 512 + 128 + 72, 0)],
  ['an entry that is not there', withNumber((directory + 1) * 512 + 76, 5_000)],
  ['a file longer than the whole', withNumber((directory + 1) * 512 + 128 + 120, 2_000_000_000)],
  ['more tables than the file has sectors', withNumber(44, 1_000_000)],
  ['a directory outside of the file', withNumber(48, 70_000)],
  ['nothing but a head', mail.subarray(0, 400)],
]

it('takes what Word and Outlook write', () => {
  for (const [name, bytes] of FILES) expect(() => checkCompound(bytes), name).not.toThrow()
})

it.each(BROKEN)('refuses %s', (_, bytes) => {
  expect(() => checkCompound(bytes)).toThrow(/damaged/)
})
