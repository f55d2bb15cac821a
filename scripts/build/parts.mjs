import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const DIST = join(ROOT, 'dist')

/** What the build makes, and the files that each part is made of. */
export const PARTS = {
  renderer: ['renderer', 'core/model', 'core/contract', 'core/translate', 'vite.config.ts', 'package-lock.json'],
  hosts: ['core', 'electron', 'web', 'cli', 'scripts/build', 'package-lock.json'],
  resources: ['resources', 'core/pdf', 'core/documents', 'core/search', 'scripts/build', 'package-lock.json'],
}

/** Newest change below a path in milliseconds; folders count too, because a deleted file only touches its folder. */
function newestChange(path) {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), entry.mtimeMs)
}

/** The stamp whose time says when a part was built. */
export function stampOf(part) {
  return join(DIST, '.built', part)
}

/** Those of the parts that were never built, or whose sources changed since. */
export function staleParts(parts = Object.keys(PARTS)) {
  return parts.filter((part) => {
    const built = statSync(stampOf(part), { throwIfNoEntry: false })
    return built === undefined || PARTS[part].some((source) => newestChange(join(ROOT, source)) > built.mtimeMs)
  })
}
