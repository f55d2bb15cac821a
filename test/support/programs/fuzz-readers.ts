import { pathToFileURL } from 'node:url'
import { createReadPool } from '../../../core/import/read-pool.ts'
import { fuzzFormat } from '../fuzz-run.ts'

/*
 * Reads mutants of the formats named in children that are watched, and prints the findings of each format as a line of
 * JSON. Bundled with the core, so that the readers are those that are shipped.
 */

const [fixtures = '', watcher = '', mutants = '', seed = '', ...formats] = process.argv.slice(2)
// Only for the readers, which inherit it: this program may open its port and start them.
process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(watcher).href}`
const pool = createReadPool()
for (const format of formats) {
  const findings = await fuzzFormat(pool, { format, fixtures, mutants: Number(mutants), seed: Number(seed) })
  console.log(JSON.stringify(findings))
}
await pool.close()
