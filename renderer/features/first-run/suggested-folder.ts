/** Characters that Windows refuses in names; a suggestion must work everywhere. */
const REFUSED = /[\\/:*?"<>|]/g

/**
 * A folder for a new archive below the documents folder, in the way of its path.
 *
 * @example suggestedFolder('C:\\Users\\aigul\\Documents', 'Press archive') // 'C:\\Users\\aigul\\Documents\\Press archive'
 */
export function suggestedFolder(parent: string, name: string): string {
  const separator = parent.includes('\\') ? '\\' : '/'
  const safe = name.replace(REFUSED, ' ').replace(/\s+/g, ' ').trim()
  return `${parent.replace(/[\\/]+$/, '')}${separator}${safe || 'Press archive'}`
}
