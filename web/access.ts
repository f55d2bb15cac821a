import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Wrong codes or tokens after which nobody is let in for a while. */
export const MOST_WRONG_TRIES = 10
/** How long, in milliseconds, nobody is let in then. */
export const REFUSAL_TIME = 60_000
/** Life of a launch code in milliseconds. */
export const CODE_TIME = 60_000

export interface AccessOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Life of a launch code in milliseconds; `CODE_TIME` if left out. */
  readonly codeTime?: number
}

/** Who may use the host: whoever trades the launch code in, once, for the token of this run. */
export interface Access {
  /** Makes a new launch code; the one before it is worth nothing from then on. */
  newCode(): string
  /** The token, if this is the launch code and it is neither used nor too old; else null. */
  exchange(code: string): string | null
  /** True for the header `Bearer <token>`. A header that was sent and is wrong counts as a wrong try. */
  accepts(authorization: string | undefined): boolean
  /** True while too many wrong tries keep everybody out. */
  isRefusing(): boolean
}

/** Makes the access of one run: a token and codes of 256 random bits each, compared in constant time. */
export function createAccess({ clock, codeTime = CODE_TIME }: AccessOptions): Access {
  const token = newSecret()
  let code: { readonly text: string; readonly until: number } | null = null
  let wrongTries = 0
  let refusedUntil = 0
  const isRefusing = (): boolean => clock() < refusedUntil
  const countWrongTry = (): void => {
    wrongTries += 1
    if (wrongTries < MOST_WRONG_TRIES) return
    wrongTries = 0
    refusedUntil = clock() + REFUSAL_TIME
  }
  return {
    isRefusing,
    newCode: () => {
      code = { text: newSecret(), until: clock() + codeTime }
      return code.text
    },
    exchange: (offered) => {
      if (isRefusing()) return null
      if (code !== null && clock() < code.until && isSame(offered, code.text)) {
        code = null
        wrongTries = 0
        return token
      }
      countWrongTry()
      return null
    },
    accepts: (authorization) => {
      if (isRefusing() || authorization === undefined) return false
      if (isSame(authorization, `Bearer ${token}`)) return true
      countWrongTry()
      return false
    },
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares digests, so that neither the length nor the first different letter shows in the time it takes. */
function isSame(offered: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(offered), digest(expected))
}
