import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../contract/app-error.ts'
import type { BoxedImage } from './image-box.ts'

/** A template file of the office. */
export interface OfficeTemplate {
  readonly fileName: string
  readonly bytes: Uint8Array
}

const TEMPLATE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,80}\.typ$/u
const LOGO_NAMES = ['logo.svg', 'logo.png', 'logo.jpg', 'logo.jpeg', 'logo.webp']
/** Name of the logo among the images of a document. */
export const LOGO_IMAGE = 'logo'
const MOST_TEMPLATE_BYTES = 1_000_000
const MOST_LOGO_BYTES = 10_000_000
const MOST_TEMPLATES = 100

/** True for a folder of its own: one that is a link would lead out of the archive. */
async function isRealFolder(folder: string): Promise<boolean> {
  const entry = await lstat(folder).catch(() => null)
  return entry?.isDirectory() === true
}

/** Reads a plain file of the folder; links are not followed, they could lead out of the archive. */
async function readPlainFile(folder: string, name: string, limit: number): Promise<Uint8Array | null> {
  const path = join(folder, name)
  const entry = await lstat(path).catch(() => null)
  return entry?.isFile() === true && entry.size <= limit ? readFile(path) : null
}

/** Names of the templates in the archive's folder `templates`, without their ending. Empty if there is no folder. */
export async function listOfficeTemplates(folder: string): Promise<readonly string[]> {
  if (!(await isRealFolder(folder))) return []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && TEMPLATE_NAME.test(entry.name))
    .map((entry) => entry.name.slice(0, -'.typ'.length))
    .toSorted()
    .slice(0, MOST_TEMPLATES)
}

/**
 * Reads all templates of the office, the one called `name` first: one may import another.
 *
 * @throws AppError `not-found` if there is none called `name`.
 */
export async function readOfficeTemplates(folder: string, name: string): Promise<readonly OfficeTemplate[]> {
  const names = await listOfficeTemplates(folder)
  if (!names.includes(name)) {
    throw new AppError('not-found', `The archive has no template ${name}.`, { template: name })
  }
  const templates: OfficeTemplate[] = []
  for (const each of [name, ...names.filter((other) => other !== name)]) {
    const fileName = `${each}.typ`
    const bytes = await readPlainFile(folder, fileName, MOST_TEMPLATE_BYTES)
    if (bytes) templates.push({ fileName, bytes })
  }
  return templates
}

/** The office's logo, `logo.svg`, `.png`, `.jpg` or `.webp` in the same folder, with its name there; null if there is none. */
export async function readLogo(folder: string): Promise<(BoxedImage & { readonly source: string }) | null> {
  if (!(await isRealFolder(folder))) return null
  for (const fileName of LOGO_NAMES) {
    const bytes = await readPlainFile(folder, fileName, MOST_LOGO_BYTES)
    if (bytes) return { fileName: LOGO_IMAGE, read: () => Promise.resolve(bytes), source: fileName }
  }
  return null
}
