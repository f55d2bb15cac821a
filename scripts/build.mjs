// Builds the program into dist.
// usage: node scripts/build.mjs [--stale] [PART...]   all parts, or with --stale only those whose sources changed
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildHosts } from './build/hosts.mjs'
import { PARTS, ROOT, staleParts, stampOf } from './build/parts.mjs'
import { copyResources } from './build/resources.mjs'

async function buildRenderer() {
  if (!existsSync(join(ROOT, 'renderer', 'index.html'))) return
  const { build } = await import('vite')
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}

const BUILDERS = { renderer: buildRenderer, hosts: buildHosts, resources: copyResources }

async function buildPart(part) {
  const started = new Date()
  await BUILDERS[part]()
  mkdirSync(dirname(stampOf(part)), { recursive: true })
  writeFileSync(stampOf(part), '')
  // An edit during the build must make the part stale again.
  utimesSync(stampOf(part), started, started)
}

const [onlyStale, named] = [process.argv.includes('--stale'), process.argv.slice(2).filter((word) => word in PARTS)]
const wanted = named.length > 0 ? named : Object.keys(PARTS)
const stale = onlyStale ? staleParts() : wanted
const started = Date.now()
const chosen = wanted.filter((part) => stale.includes(part))
await Promise.all(chosen.map(buildPart))
if (chosen.length > 0) console.error(`Built ${chosen.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
