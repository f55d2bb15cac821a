/** Abilities of a page that the program uses itself: writing to the clipboard on the user's own command. Nothing else. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Whether a page may have a permission: only our own page, and only the few that the interface uses. */
export function isPermissionGranted(permission: string, requestingOrigin: string): boolean {
  return GRANTED.has(permission) && requestingOrigin.replace(/\/$/, '') === 'press://app'
}
