import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const LAYERS = ['core', 'renderer', 'electron', 'web', 'cli', 'bench'] as const

/** Imports of TypeScript source, static, dynamic and re-exported. */
const IMPORT_PATTERN =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

interface Import {
  readonly file: string
  /** A path below the root with slashes, or the name of a package. */
  readonly target: string
}

async function sourceFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

function importsOf(file: string, source: string): readonly Import[] {
  return [...source.matchAll(IMPORT_PATTERN)].map((match) => {
    const specifier = match[1] ?? match[2] ?? ''
    const target = specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
          .split(sep)
          .join('/')
      : specifier
    return { file, target }
  })
}

async function allImports(): Promise<readonly Import[]> {
  const files = (await Promise.all(LAYERS.map((layer) => sourceFiles(layer)))).flat()
  const sources = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')))
  return files.flatMap((file, index) => importsOf(file, sources[index] ?? ''))
}

const imports = await allImports()
const breaches = (isBreach: (found: Import) => boolean): readonly string[] =>
  imports.filter(isBreach).map(({ file, target }) => `${file} imports ${target}`)
const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
const isPackage = (target: string, name: string): boolean => isBelow(target, name)

describe('the dependency rule', () => {
  it('finds the sources and their imports', () => {
    expect(imports.length).toBeGreaterThan(20)
  })

  it('keeps core free of hosts and renderer', () => {
    const above = ['electron', 'web', 'cli', 'renderer', 'bench', 'test']
    expect(
      breaches(({ file, target }) => isBelow(file, 'core') && above.some((layer) => isBelow(target, layer))),
    ).toEqual([])
  })

  it('keeps hosts apart from each other and from the renderer', () => {
    const hosts = ['electron', 'web', 'cli']
    expect(
      breaches(({ file, target }) => {
        const own = hosts.find((host) => isBelow(file, host))
        return (
          own !== undefined &&
          [...hosts, 'renderer'].some((other) => other !== own && isBelow(target, other) && target !== 'electron')
        )
      }),
    ).toEqual([])
  })

  it('lets the renderer see only the contract, the model and the translator', () => {
    const allowed = ['renderer', 'core/model', 'core/contract', 'core/translate']
    expect(
      breaches(
        ({ file, target }) =>
          isBelow(file, 'renderer') &&
          ['core', 'electron', 'web', 'cli', 'test', 'bench'].some((layer) => isBelow(target, layer)) &&
          !allowed.some((folder) => isBelow(target, folder)),
      ),
    ).toEqual([])
  })

  it('keeps the contract above the model only', () => {
    expect(
      breaches(
        ({ file, target }) =>
          isBelow(file, 'core/contract') &&
          isBelow(target, 'core') &&
          !isBelow(target, 'core/contract') &&
          !isBelow(target, 'core/model'),
      ),
    ).toEqual([])
  })

  it('keeps the model pure', () => {
    expect(
      breaches(
        ({ file, target }) =>
          isBelow(file, 'core/model') && !isBelow(target, 'core/model') && !isPackage(target, 'date-fns'),
      ),
    ).toEqual([])
  })

  it('keeps Node out of renderer, contract and model', () => {
    expect(
      breaches(
        ({ file, target }) =>
          target.startsWith('node:') &&
          ['renderer', 'core/contract', 'core/model', 'core/translate'].some((folder) => isBelow(file, folder)),
      ),
    ).toEqual([])
  })

  it('lets only electron/ import electron, only core/search import lunr, only core/pdf import Typst', () => {
    const homes: readonly (readonly [string, string])[] = [
      ['electron', 'electron'],
      ['lunr', 'core/search'],
      ['lunr-languages', 'core/search'],
      ['@myriaddreamin', 'core/pdf'],
    ]
    expect(
      breaches(({ file, target }) =>
        homes.some(
          ([name, home]) =>
            isPackage(target, name) &&
            !isBelow(file, home) &&
            !isBelow(file, 'bench') &&
            !(name === 'electron' && isBelow(target, 'electron/')),
        ),
      ),
    ).toEqual([])
  })
})
