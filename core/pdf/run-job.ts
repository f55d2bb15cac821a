import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { declareAccessible } from './accessible-metadata.ts'
import { fitImage } from './fit-image.ts'
import { readFonts, FONT_NAMES } from './fonts.ts'
import { createNativeEngine, hasNativeEngine } from './native-engine.ts'
import { BROKEN_IMAGES_FILE, IMAGE_FOLDER, MAIN_FILE, type PdfJob, type PdfReply } from './pdf-job.ts'
import { createTaggedEngine } from './tagged-engine.ts'
import type { TypstEngine } from './typst-engine.ts'

/**
 * Does the work of the child process: chooses the engine, leaves out images that cannot be decoded, sets the pages,
 * checks the fonts that went in, and writes the PDF.
 */
export async function runJob(job: PdfJob, onPages?: (pages: number) => void): Promise<PdfReply> {
  const fonts = await readFonts(job.fontPaths)
  const engine = await chooseEngine(job, fonts)
  if (engine === null) {
    return { kind: 'no-engine', message: 'PDF/A needs the native PDF engine, which has no build for this system.' }
  }
  const brokenImages = await layOutFiles(job.folder, engine)
  engine.putFile(BROKEN_IMAGES_FILE, Buffer.from(JSON.stringify(brokenImages)))
  const compiled = engine.compile(MAIN_FILE, job.standard, onPages)
  if (!compiled.ok) return { kind: 'refused', faults: compiled.faults }
  const foreign = foreignFontsIn(compiled.pdf)
  if (foreign.length > 0) return { kind: 'foreign-font', fonts: foreign }
  const pdf = job.standard === 'ua-1' ? declareAccessible(compiled.pdf, job.insideLink) : compiled.pdf
  await writeFile(job.output, pdf)
  return { kind: 'done', pages: compiled.pages, bytes: pdf.length, brokenImages }
}

async function chooseEngine(job: PdfJob, fonts: readonly Uint8Array[]): Promise<TypstEngine | null> {
  const isArchival = job.standard === 'a-2b'
  if (!isArchival && (job.standard === 'ua-1' || job.untrusted)) return createTaggedEngine(fonts)
  if (await hasNativeEngine()) return createNativeEngine(job.folder, fonts)
  return isArchival ? null : createTaggedEngine(fonts)
}

/** Hands all files of the folder to the engine; returns the names of the images that it cannot decode. */
async function layOutFiles(folder: string, engine: TypstEngine): Promise<readonly string[]> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || extname(entry.name) === '.pdf') continue
    engine.putFile(entry.name, await readFile(join(folder, entry.name)))
  }
  const imageFolder = join(folder, IMAGE_FOLDER)
  if (!existsSync(imageFolder)) return []
  const broken: string[] = []
  for (const name of (await readdir(imageFolder)).toSorted()) {
    const path = `${IMAGE_FOLDER}/${name}`
    const fitted = await fitImage(await readFile(join(imageFolder, name)))
    if (fitted) engine.putFile(path, fitted)
    // The names were given by us (image-1), so they cannot break out of the text.
    if (!fitted || !engine.accepts(`#image("/${path}")`)) broken.push(name)
  }
  return broken
}

/** Both engines write font descriptors as plain text, so the names can be read without a PDF reader. */
function foreignFontsIn(pdf: Uint8Array): readonly string[] {
  const names = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([^\s/]+)/g)
  return [...new Set(Array.from(names, (match) => match[1] ?? ''))].filter((name) => !FONT_NAMES.has(name)).toSorted()
}
