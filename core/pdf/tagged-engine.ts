import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Compiler from '@myriaddreamin/typst-ts-web-compiler'
import * as v from 'valibot'
import type { TemplateFault } from './pdf-job.ts'
import type { TypstEngine } from './typst-engine.ts'

const PDF_FORMAT = 1
const FULL_DIAGNOSTICS = 3

const outcome = v.object({
  result: v.optional(v.instance(Uint8Array)),
  diagnostics: v.optional(
    v.array(
      v.object({ message: v.string(), path: v.string(), range: v.optional(v.string(), ''), severity: v.string() }),
    ),
  ),
})

function faultOf(diagnostic: {
  readonly message: string
  readonly path: string
  readonly range: string
}): TemplateFault {
  const line = /^(\d+):/.exec(diagnostic.range)
  // A refused package brings the stack of the refusal along; the first line says it all.
  const message = diagnostic.message.split('\n')[0] ?? ''
  return { file: diagnostic.path.replace(/^\//, ''), line: line ? Number(line[1]) + 1 : 0, message }
}

async function loadModule(): Promise<typeof Compiler> {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@myriaddreamin/typst-ts-web-compiler/package.json'))
  const file = join(folder, 'pkg/typst_ts_web_compiler.mjs')
  // The package has no types for this file, which is its main module without the loader for browsers.
  const module = (await import(pathToFileURL(file).href)) as typeof Compiler
  await module.default({ module_or_path: await readFile(join(folder, 'pkg/typst_ts_web_compiler_bg.wasm')) })
  return module
}

/**
 * Makes the engine that writes tags: Typst as WebAssembly. It has no access to disk or network at all; every file is
 * handed in by `putFile`.
 */
export async function createTaggedEngine(fonts: readonly Uint8Array[]): Promise<TypstEngine> {
  const module = await loadModule()
  const builder = new module.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  const setPages = (mainFile: string): v.InferOutput<typeof outcome> => {
    const world = compiler.snapshot('/', `/${mainFile}`, null)
    const raw: unknown = world.get_artifact(PDF_FORMAT, FULL_DIAGNOSTICS)
    world.free()
    return v.parse(outcome, raw)
  }
  return {
    tagged: true,
    accepts: (source) => {
      compiler.add_source('/probe.typ', source)
      return setPages('probe.typ').result !== undefined
    },
    putFile: (path, bytes) => {
      if (path.endsWith('.typ')) compiler.add_source(`/${path}`, Buffer.from(bytes).toString('utf8'))
      else compiler.map_shadow(`/${path}`, bytes)
    },
    compile: (mainFile) => {
      const { result, diagnostics = [] } = setPages(mainFile)
      if (result === undefined) {
        return { ok: false, faults: diagnostics.filter((entry) => entry.severity === 'error').map(faultOf) }
      }
      return { ok: true, pdf: result, pages: countPages(result) }
    },
  }
}

/** The page tree's root, written first and uncompressed by this engine, states the number of pages. */
function countPages(pdf: Uint8Array): number {
  const match = /\/Type \/Pages\s+\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))
  return match ? Number(match[1]) : 0
}
