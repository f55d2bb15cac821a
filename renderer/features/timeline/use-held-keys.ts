import { useEffect, useRef } from 'react'

/** What of a key press matters here. */
export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
}

/** More keys than this are not held: somebody leans on the keyboard. */
const MOST_HELD = 60

/**
 * Holds keys that are pressed while the numbers that they are meant for are still on the way, and acts on them one after
 * another once the numbers are there: quick typing leads to the same place as slow typing. Each act must draw the screen
 * anew. The returned function tells whether it holds the key.
 */
export function useHeldKeys(
  isWaiting: boolean,
  act: (press: KeyPress) => void,
): (press: KeyPress, mustWait: boolean) => boolean {
  const held = useRef<KeyPress[]>([])
  useEffect(() => {
    if (isWaiting) return
    const next = held.current.shift()
    if (next !== undefined) act(next)
  })
  return ({ key, shiftKey, ctrlKey }, mustWait) => {
    if (held.current.length === 0 && !(isWaiting && mustWait)) return false
    if (held.current.length < MOST_HELD) held.current.push({ key, shiftKey, ctrlKey })
    return true
  }
}
