import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { FIXTURES } from './import-fixtures.ts'

const LOCKED = resolve(import.meta.dirname, '../fixtures/locked')

/** The container that Office programs write for a document with a password; what is in it looks like noise. */
function lockedOffice(): Uint8Array {
  const noise = new Uint8Array(6_000).map((_, place) => (place * 167 + (place >> 3)) % 251)
  const names = ['EncryptionInfo', 'EncryptedPackage']
  const root = { name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [1, 2] }
  const files = names.map((name) => ({
    name,
    type: TypeEnum.DOCUMENT,
    length: noise.length,
    binaryProvider: () => noise,
  }))
  return new Uint8Array(burn([root, ...files]))
}

/** A text document with a password: its parts are noise, and its list of parts says so. */
function lockedText(): Uint8Array {
  const entries = unzipSync(readFileSync(join(FIXTURES, 'odt/en-robot.odt')))
  const manifest =
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:size="9000"><manifest:encryption-data manifest:checksum="AA=="/></manifest:file-entry></manifest:manifest>'
  return zipSync({
    ...entries,
    'content.xml': new Uint8Array(900).map((_, place) => (place * 167) % 251),
    'META-INF/manifest.xml': strToU8(manifest),
  })
}

/** An old Word document whose head says that it has a password. */
function lockedWord(): Uint8Array {
  const bytes = Uint8Array.from(readFileSync(join(FIXTURES, 'doc/en-robot.doc')))
  for (let at = 512; at + 12 < bytes.length; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) bytes[at + 11] = (bytes[at + 11] ?? 0) | 1
  }
  return bytes
}

function cut(format: string, length: number): Uint8Array {
  return readFileSync(join(FIXTURES, format, `en-robot.${format}`)).subarray(0, length)
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PNG = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]

const MAKERS: Readonly<Record<string, () => string | Uint8Array>> = {
  'empty.txt': () => '',
  'empty.pdf': () => '',
  'empty.docx': () => '',
  'spaces.txt': () => ' \n\n\t ',
  'program.exe': () => Uint8Array.from([0x4d, 0x5a, 0x90, ...new Uint8Array(500)]),
  'picture.docx': () => Uint8Array.from(PNG),
  'picture.jpg': () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...PNG]),
  'film.mp4': () => new Uint8Array(300_000).fill(0, 0, 8),
  'cut.pdf': () => cut('pdf', 900),
  'cut.docx': () => cut('docx', 3_000),
  'cut.odt': () => cut('odt', 9_000),
  'cut.xlsx': () => cut('xlsx', 2_000),
  'cut.doc': () => cut('doc', 600),
  'cut.msg': () => cut('msg', 600),
  'cut.zip': () => cut('zip', 700),
  'loop.pdf': () =>
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  'locked.pdf': () => readFileSync(join(LOCKED, 'locked.pdf')),
  'locked.zip': () => readFileSync(join(LOCKED, 'locked.zip')),
  'locked.docx': lockedOffice,
  'locked.xlsx': lockedOffice,
  'locked.odt': lockedText,
  'locked.doc': lockedWord,
  'bomb.zip': () => zipSync({ 'zeros.txt': new Uint8Array(30_000_000) }, { level: 9 }),
  'bomb.docx': () => zipSync({ 'word/document.xml': new Uint8Array(30_000_000) }, { level: 9 }),
  'bomb.odt': () => zipSync({ 'content.xml': new Uint8Array(30_000_000) }, { level: 9 }),
  'bomb.xlsx': () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 }),
  'nested.html': () => '<div>'.repeat(60_000),
  'nested.json': () => '['.repeat(300_000),
  'nested.rtf': () => `{\\rtf1${'{'.repeat(60_000)}`,
  'parts.eml': () =>
    `From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(60_000)}`,
  'entities.xml': () =>
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>&a;</title></item></channel></rss>',
  'aliases.md': () => '---\na: &a [x,x]\nb: [*a,*a]\n---\nText',
  'columns.csv': () => '1;2\n3;4\n',
  'enormous.html': () => new Uint8Array(12_000_000).fill(0x20).fill(0x3c, 0, 1),
  'enormous.txt': () => new Uint8Array(60_000_000).fill(0x61),
  'noise.pdf': () => Uint8Array.from([...OLE, ...new Uint8Array(4_000).map((_, place) => (place * 91) % 253)]),
}

/** Files that cannot be imported: broken, locked, empty, enormous, hostile. */
export function makeBadFiles(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return Object.entries(MAKERS).map(([name, make]) => {
    const made = make()
    return { name: `bad-${name}`, bytes: typeof made === 'string' ? strToU8(made) : made }
  })
}
