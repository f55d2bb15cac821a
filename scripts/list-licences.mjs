// Writes THIRD-PARTY-NOTICES.md: every package that is shipped with the program, with its licence and the text of it.
// usage: node scripts/list-licences.mjs
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const shipped = Object.entries(lock.packages).filter(
  ([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !isNode(path),
)

function isNode(path) {
  return /^node_modules\/node-(?:bin-|linux-|darwin-|win-)/.test(path)
}

function licenceText(folder) {
  if (!existsSync(folder)) return ''
  const name = readdirSync(folder).find((file) => /^(licen[cs]e|copying|ofl)(\.|$|-)/i.test(file))
  return name ? readFileSync(join(folder, name), 'utf8').trim() : ''
}

const packages = new Map()
for (const [path, entry] of shipped) {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  packages.set(`${name} ${entry.version}`, { licence: entry.license ?? 'see text', text: licenceText(path) })
}

const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1))
const byText = new Map()
for (const [name, { licence, text }] of sorted) {
  const key = text === '' ? `${licence}, as its package says` : text
  byText.set(key, [...(byText.get(key) ?? []), `${name} (${licence})`])
}

const parts = [
  '# Third-party notices',
  '',
  'Press Archive is built with these packages. Made by `node scripts/list-licences.mjs`.',
]
for (const [text, names] of byText)
  parts.push('', `## ${names.join(', ')}`, '', '```', text.replaceAll('```', "'''"), '```')
writeFileSync('THIRD-PARTY-NOTICES.md', `${parts.join('\n')}\n`)
console.log(`${sorted.length} packages, ${byText.size} licence texts`)
