// Builds what is stale and starts the program: in Electron where that can run, else in the browser.
// usage: npm start [-- --web] [--no-open] [--archive FOLDER] [--first-run] [--port N]
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findNode } from '../cli/bin/find-node.mjs'
import { DIST, ROOT } from './build/parts.mjs'
import { chooseHost } from './start/choose-host.mjs'
import { downloadElectron, electronBinary } from './start/electron-binary.mjs'
import { hasDisplay } from './start/has-display.mjs'

/** An Electron that ends this soon after its start, in milliseconds, and not well, cannot run here. */
const START_TIME = 5_000

/** Those of `core/processes/child-options.ts`, which this Node may be too old to read. */
const CORE_OPTIONS = ['--expose-gc', '--max-semi-space-size=8']

const node = findNode()
if (node === null) {
  console.error(`Press Archive needs Node 24 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
const given = process.argv.slice(2)
const passed = given.filter((word) => word !== '--web')

function run(program, parameters, options) {
  const child = spawn(program, parameters, options)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
  return { child, ended }
}

/** Resolves to the exit code, or to null where Electron did not get as far as running. */
async function runElectron(electron) {
  const started = Date.now()
  const code = await run(electron, [ROOT, ...passed], { stdio: ['ignore', 'inherit', 'ignore'] }).ended
  return code !== 0 && Date.now() - started < START_TIME ? null : code
}

/** Runs the web host and prints one line: why, and the address. Each further address, made by Enter, gets a line of its own. */
async function runWeb(reason) {
  const { child, ended } = run(node, [...CORE_OPTIONS, join(DIST, 'web', 'main.mjs'), '--json', ...passed], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  let isFirst = true
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { url } = JSON.parse(line)
    console.log(isFirst ? `Press Archive runs in the browser, ${reason}: ${url}` : url)
    isFirst = false
  })
  return ended
}

const built = await run(node, [join(ROOT, 'scripts', 'build.mjs'), '--stale'], { stdio: 'inherit', cwd: ROOT }).ended
if (built !== 0) process.exit(built)

const choice = await chooseHost({
  wantsWeb: given.includes('--web'),
  hasDisplay: hasDisplay(process.platform, process.env),
  isRoot: process.platform === 'linux' && process.getuid?.() === 0,
  findElectron: async () => electronBinary() ?? (await downloadElectron()),
})
const electronCode = choice.host === 'electron' ? await runElectron(choice.electron) : null
process.exitCode =
  electronCode ?? (await runWeb(choice.reason ?? 'because Electron was found but could not start on this system'))
