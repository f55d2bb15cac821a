import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SECURITY_HEADERS } from '../core/contract/content-policy.ts'
import { builtFileType } from '../core/model/built-file-type.ts'

/** A built file of the interface. */
interface StaticFile {
  readonly path: string
  readonly type: string
  readonly size: number
}

/** The built files by the path in their address; only what stands here is ever served. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

/** Lists the built interface. Files of kinds that it does not use are left out. */
export async function listStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, StaticFile>()
  for (const entry of entries) {
    const type = builtFileType(extname(entry.name))
    if (!entry.isFile() || type === null) continue
    const path = join(entry.parentPath, entry.name)
    const { size } = await stat(path)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type, size })
  }
  const page = files.get('/index.html')
  if (page !== undefined) files.set('/', page)
  return files
}

/** Sends a built file; they hold no data of anybody, so they need no token. */
export async function sendStaticFile(response: ServerResponse, file: StaticFile, withBody: boolean): Promise<void> {
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': file.type, 'content-length': file.size })
  if (!withBody) {
    response.end()
    return
  }
  try {
    await pipeline(createReadStream(file.path), response)
  } catch {
    // The browser went on to another page; it does not wait for an answer.
    response.destroy()
  }
}
