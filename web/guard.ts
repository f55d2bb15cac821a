/** What the guard looks at. Headers come raw, so that a doubled header cannot hide behind a joined one. */
export interface RequestFacts {
  readonly method: string
  /** The request target as sent. */
  readonly target: string
  /** Names and values in turn, as Node's `rawHeaders`. */
  readonly rawHeaders: readonly string[]
}

/** Either the request may go on to the routes, or the status that it is refused with, always without a body. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly status: 400 | 403 | 405 }

const READING = ['GET', 'HEAD']
const START_PAGE = '/'
const TARGET_PATTERN = /^\/(?!\/)[\x21-\x7e]*$/

function valuesOf(rawHeaders: readonly string[], wanted: string): readonly string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted)
}

/** The one value of a header; null when it was not sent. A doubled header never equals anything. */
function onlyValue(rawHeaders: readonly string[], wanted: string): string | null {
  const values = valuesOf(rawHeaders, wanted)
  return values.length > 1 ? '\0doubled' : (values[0] ?? null)
}

/**
 * Decides, before anything else looks at it, whether a request comes from the program's own page at this very port. The
 * name a browser asked for must be the literal address (against DNS rebinding); an origin, when sent, must be ours, and
 * writing needs one; of requests that another site caused only a plain visit of the start page passes.
 */
export function judgeRequest(facts: RequestFacts, port: number): Verdict {
  const own = `127.0.0.1:${port}`
  const header = (name: string): string | null => onlyValue(facts.rawHeaders, name)
  if (header('host') !== own) return refuse(403)
  if (!TARGET_PATTERN.test(facts.target)) return refuse(400)
  if (facts.method === 'OPTIONS') return refuse(403)
  const isReading = READING.includes(facts.method)
  if (!isReading && facts.method !== 'POST') return refuse(405)
  const origin = header('origin')
  if (origin !== null && origin !== `http://${own}`) return refuse(403)
  if (!isReading && origin === null) return refuse(403)
  const site = header('sec-fetch-site')
  if (site === null || site === 'same-origin') return { allowed: true }
  const isVisit =
    isReading &&
    facts.target === START_PAGE &&
    header('sec-fetch-mode') === 'navigate' &&
    header('sec-fetch-dest') === 'document'
  return isVisit ? { allowed: true } : refuse(403)
}

function refuse(status: 400 | 403 | 405): Verdict {
  return { allowed: false, status }
}
