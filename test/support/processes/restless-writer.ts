import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openArchive } from '../../../core/archive/open-archive.ts'
import type { Article } from '../../../core/model/article.ts'
import { isAppError } from '../../../core/contract/app-error.ts'

// Saves the articles of an archive again and again until it is killed. Each body carries a number and its own checksum; a
// line on standard output confirms each save after it was confirmed here.
const [folder = '', base = '', name = 'writer'] = process.argv.slice(2)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

function bodyOf(writer: string, number: number): string {
  const text = `${writer} ${number} ${'лес орман forest '.repeat(1 + (number % 200))}`
  return `${text}\n\n${createHash('sha256').update(text).digest('hex')}`
}

/** Milliseconds between two tries to become the writer. */
const PATIENCE = 60

/** Some rivals keep the archive open while another writes, as a second window does; others come back later. */
async function open() {
  const staysOpen = /^[bd]/.test(name)
  let archive = await openOnce()
  while (archive.readOnly !== null) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE))
    if (staysOpen) {
      await archive.rescan()
    } else {
      await archive.close()
      archive = await openOnce()
    }
  }
  return archive
}

function openOnce() {
  return openArchive({
    folder,
    cacheFolder: `${base}/cache`,
    privateFolder: `${base}/private`,
    clock: () => new Date(),
    log: silent,
  })
}

async function work(): Promise<void> {
  const archive = await open()
  const articles: Article[] = []
  for await (const article of archive.articleTexts()) articles.push(article)
  const numberOf = (article: Article) => Number(article.body.split(' ')[1]) || 0
  for (let turn = 0; ; turn += 1) {
    const place = turn % articles.length
    const old = articles[place]
    if (!old) return
    const number = numberOf(old) + 1
    try {
      const saved = await archive.saveArticle(
        old.id,
        old.version,
        { ...old, body: bodyOf(name, number) },
        { force: true },
      )
      articles[place] = saved
      writeSync(1, `${saved.id} ${number} ${saved.version} ${name}\n`)
    } catch (error) {
      if (!isAppError(error, 'version-conflict')) throw error
      articles[place] = await archive.readArticle(old.id)
    }
  }
}

process.once('message', () => void work())
process.send?.('ready')
