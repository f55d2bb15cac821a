import { readFile } from 'node:fs/promises'

/** The version in package.json; sources lie one folder below it, bundles two. */
export async function programVersion(): Promise<string> {
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => null)
    const parsed: unknown = text === null ? null : JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') {
      return parsed.version
    }
  }
  return 'unknown'
}
