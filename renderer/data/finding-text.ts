import type { FileFinding } from '../../core/model/file-finding.ts'
import type { Translate } from '../../core/translate/create-translator.ts'

/** What is wrong with a file, in the user's language; `fallback` is what the archive says in English. */
export function findingText(finding: FileFinding | null, fallback: string, translate: Translate): string {
  if (finding === null) return fallback
  const { code, value, other } = finding
  return translate(`archive.findings.${code}`, { value, other })
}
