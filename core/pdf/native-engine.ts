import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import type * as Compiler from '@myriaddreamin/typst-ts-node-compiler'
import * as v from 'valibot'
import { checkNativeModule } from '../processes/native-modules.ts'
import type { TemplateFault } from './pdf-job.ts'
import type { TypstEngine } from './typst-engine.ts'

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler'

const diagnostic = v.object({
  message: v.string(),
  path: v.optional(v.string(), ''),
  range: v.nullish(v.object({ start: v.object({ line: v.number() }) })),
})

function faultsOf(folder: string, diagnostics: readonly unknown[]): readonly TemplateFault[] {
  return diagnostics.map((raw) => {
    const parsed = v.safeParse(diagnostic, raw)
    if (!parsed.success) return { file: '', line: 0, message: JSON.stringify(raw) }
    const { message, path, range } = parsed.output
    return { file: relative(folder, path).replaceAll(sep, '/'), line: range ? range.start.line + 1 : 0, message }
  })
}

/**
 * Makes the fast engine: Typst as a native module, without tags, with PDF/A. It reads only inside `folder`.
 *
 * @throws Error when the native module has no build for this system.
 */
export function createNativeEngine(folder: string, fonts: readonly Uint8Array[]): TypstEngine {
  // Loaded here and not at the top, so that a system without a build of it can still use the other engine.
  const module = createRequire(import.meta.url)(PACKAGE) as typeof Compiler
  const compiler = module.NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }],
  })
  const setPages = (options: { mainFilePath: string } | { mainFileContent: string }) => {
    const outcome = compiler.compile(options)
    const document = outcome.result
    if (document !== null) return { document, faults: [] }
    const error = outcome.takeError()
    return { document: null, faults: error === null ? [] : faultsOf(folder, compiler.fetchDiagnostics(error)) }
  }
  return {
    tagged: false,
    accepts: (source) => setPages({ mainFileContent: source }).document !== null,
    putFile: (path, bytes) => {
      compiler.mapShadow(join(folder, path), Buffer.from(bytes))
    },
    compile: (mainFile, standard, onPages) => {
      const { document, faults } = setPages({ mainFilePath: join(folder, mainFile) })
      if (document === null) return { ok: false, faults }
      onPages?.(document.numOfPages)
      try {
        const pdf = compiler.pdf(document, standard === 'a-2b' ? { pdfStandard: 'a-2b' } : {})
        return { ok: true, pdf, pages: document.numOfPages }
      } catch (error) {
        return { ok: false, faults: [{ file: mainFile, line: 0, message: messageOf(error) }] }
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** True where the native module can be loaded. @throws AppError `program-damaged` where it is not the one that it was */
export async function hasNativeEngine(): Promise<boolean> {
  await checkNativeModule(PACKAGE, import.meta.url)
  try {
    createRequire(import.meta.url)(PACKAGE)
    return true
  } catch {
    return false
  }
}
