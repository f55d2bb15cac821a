import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { findBrowser } from '../../test/support/browser.ts'
import { generateArticle } from '../search/generate-article.ts'

const FIXTURES = resolve(import.meta.dirname, '../../test/fixtures/imports')
/** Words of a text that fills two printed pages. */
const TWO_PAGES = 900

/** Writes `count` news texts in three languages; numbers go on from `first`, so that no two folders hold the same text. */
export async function writeTexts(folder: string, count: number, first: number): Promise<void> {
  await mkdir(folder)
  for (let number = first; number < first + count; number += 1) {
    const { title, body, published } = generateArticle(number)
    await writeFile(join(folder, `${number}.txt`), [published, title, body].join('\n\n'))
  }
}

/** Writes texts of which every one is nearly the same as all others: the most work for the search for duplicates. */
export async function writeAlikeTexts(folder: string, count: number, first: number): Promise<void> {
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

/** Prints texts of about two pages from a browser. */
export async function writePdfs(folder: string, count: number, first: number): Promise<void> {
  await mkdir(folder)
  const { executablePath, args, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
  try {
    const page = await browser.newPage()
    for (let number = first; number < first + count; number += 1) {
      const { title, body, published } = generateArticle(number, TWO_PAGES)
      const paragraphs = body.split('\n\n').map((text) => `<p>${text}</p>`)
      await page.setContent(`<h1>${title}</h1><p>${published}</p>${paragraphs.join('')}`)
      await page.pdf({ path: join(folder, `${number}.pdf`), format: 'A4' })
    }
  } finally {
    await browser.close()
  }
}
