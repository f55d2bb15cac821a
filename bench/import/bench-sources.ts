import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const FIXTURES = resolve(import.meta.dirname, '../../test/fixtures/imports')

/** Writes `count` short news texts; numbers go on from `first`, so that no two folders hold the same text. */
export async function writeTexts(folder: string, count: number, first: number): Promise<void> {
  await mkdir(folder)
  for (let number = first; number < first + count; number += 1) {
    const lines = [
      `${1 + (number % 28)} October 2025`,
      `NEWS ITEM NUMBER ${number} OF THE UNIVERSITY`,
      ...Array.from({ length: 6 }, (_, part) =>
        `Paragraph ${part} of item ${number} tells of the university and its partners. `.repeat(6),
      ),
    ]
    await writeFile(join(folder, `${number}.txt`), lines.join('\n'))
  }
}

/** Writes copies of real Word documents, each with words of its own, so that none is a duplicate. */
export async function writeDocuments(folder: string, count: number, first: number): Promise<void> {
  await mkdir(folder)
  const names = await readdir(join(FIXTURES, 'docx'))
  for (let number = first; number < first + count; number += 1) {
    const name = names[number % names.length] ?? ''
    const entries = unzipSync(await readFile(join(FIXTURES, 'docx', name)))
    const text = strFromU8(entries['word/document.xml'] ?? new Uint8Array())
    const changed = strToU8(text.replace(/<\/w:t>/g, ` ${number}</w:t>`))
    await writeFile(join(folder, `${number}.docx`), zipSync({ ...entries, 'word/document.xml': changed }))
  }
}

/** Writes two-page PDFs of a browser and of an office program under new names; the same text again counts as a duplicate. */
export async function writePdfs(folder: string, count: number, first: number): Promise<void> {
  await mkdir(folder)
  const names = await readdir(join(FIXTURES, 'pdf'))
  for (let number = first; number < first + count; number += 1) {
    await writeFile(
      join(folder, `${number}.pdf`),
      await readFile(join(FIXTURES, 'pdf', names[number % names.length] ?? '')),
    )
  }
}
