#!/usr/bin/env node
// Starts the command line under a Node that can run it: the built program where it is there and not older than its
// sources, else the sources themselves.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findNode } from './find-node.mjs'

const BUILT = fileURLToPath(new URL('../../dist/cli/main.mjs', import.meta.url))
const SOURCE = fileURLToPath(new URL('../main.ts', import.meta.url))
const PARTS = new URL('../../scripts/build/parts.mjs', import.meta.url)

async function programFile() {
  if (!existsSync(SOURCE)) return BUILT
  if (!existsSync(BUILT)) return SOURCE
  const { staleParts } = await import(PARTS.href)
  return staleParts(['hosts', 'resources']).length === 0 ? BUILT : SOURCE
}

const node = findNode()
if (node === null) {
  console.error(`press-archive needs Node 24 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
const file = await programFile()
if (node === process.execPath) {
  process.argv[1] = file
  await import(pathToFileURL(file).href)
} else {
  const child = spawn(node, [file, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 130)
  })
}
