// Loaded with --import into a program that must neither write a file nor reach a network: notes what it tries, in the
// file that FORBIDDEN_DEEDS names, a line for each.
import { createRequire, syncBuiltinESMExports } from 'node:module'

const require = createRequire(import.meta.url)
const fs = require('node:fs')
// Opened before opening is watched.
const notes = fs.openSync(process.env['FORBIDDEN_DEEDS'] ?? '', 'a')

function note(deed) {
  fs.writeSync(notes, `${deed}\n`)
}

function watch(owner, names, deed, isForbidden = () => true) {
  for (const name of names) {
    const own = owner[name]
    if (typeof own !== 'function') continue
    owner[name] = function (...given) {
      if (isForbidden(...given)) note(`${deed} ${name} ${String(given[0]).slice(0, 200)}`)
      return own.apply(this, given)
    }
  }
}

const CHANGING = ['writeFile', 'appendFile', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink', 'rename', 'copyFile', 'cp']
const LINKING = ['symlink', 'link', 'truncate', 'chmod', 'chown', 'utimes']
const names = [...CHANGING, ...LINKING]
const isWriting = (path, flags) => (typeof flags === 'string' && /[wa+]/.test(flags)) || (Number(flags) & 3) > 0

watch(fs.promises, names, 'file')
watch(fs.promises, ['open'], 'file', isWriting)
watch(fs, [...names, 'createWriteStream'], 'file')
watch(fs, ['open'], 'file', isWriting)
watch(fs, ['openSync'], 'file', isWriting)
watch(
  fs,
  names.map((name) => `${name}Sync`),
  'file',
)
watch(require('node:net').Socket.prototype, ['connect'], 'network')
for (const dns of [require('node:dns'), require('node:dns').promises]) {
  watch(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt'], 'network')
}
watch(require('node:dgram').Socket.prototype, ['bind', 'connect', 'send'], 'network')
watch(globalThis, ['fetch', 'WebSocket'], 'network')
watch(
  require('node:child_process'),
  ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'program',
)
syncBuiltinESMExports()
