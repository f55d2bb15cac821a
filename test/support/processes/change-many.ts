import { openArchive } from '../../../core/archive/open-archive.ts'
import { isAppError } from '../../../core/contract/app-error.ts'
import { fieldsWith } from '../archive.ts'

// Opens the archive named on the command line, adds a small and a large article together and changes all that were there,
// and prints as JSON what became of each. Run where the system allows only small files.
const [folder = '', base = '', length = '0'] = process.argv.slice(2)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

function codeOf(error: unknown): string {
  if (isAppError(error)) return error.code
  throw error
}

const archive = await openArchive({
  folder,
  cacheFolder: `${base}/cache`,
  privateFolder: `${base}/private`,
  clock: () => new Date(),
  log: silent,
})
const ids = Array.from({ length: archive.catalog.columns.rows }, (_, row) => archive.catalog.summaryAt(row)?.id ?? null)
const old = ids.filter((id) => id !== null)
const bodies = ['a small one', 'x'.repeat(Number(length))]
const created = await archive.createArticles(bodies.map((body) => ({ fields: fieldsWith({ title: 'New', body }) })))
const changed = await archive.changeArticles(old, (article) => ({ ...article, notes: 'changed' })).catch(codeOf)
await archive.close()
console.log(JSON.stringify({ created: created.map((one) => (one.done ? 'saved' : codeOf(one.error))), changed }))
