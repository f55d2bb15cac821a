/** The part of the browser's Trusted Types that this program uses. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown }
}

let createScriptUrl: ((url: string) => unknown) | null = null

function requireOwn(url: string): string {
  if (new URL(url, document.baseURI).origin !== window.location.origin)
    throw new TypeError(`Not our own script: ${url}`)
  return url
}

/** Vouches for the address of a worker: only scripts that came with the program. The content policy refuses plain text. */
export function trustedScriptUrl(url: string): string {
  if (createScriptUrl === null) {
    // Not in every browser's type library yet.
    const factory = (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes
    const policy = factory?.createPolicy('app', { createScriptURL: requireOwn })
    createScriptUrl = policy === undefined ? requireOwn : (own) => policy.createScriptURL(own)
  }
  // A worker takes the vouched-for object where it takes text.
  return createScriptUrl(url) as string
}
