/**
 * The content policy that every host sends as a header with the interface: nothing but the program's own files, no inline
 * script or style, no frames, no forms, and script text only from the program's own Trusted Types policies.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app ProseMirrorClipboard',
].join('; ')

/** The policy of files that come from outside (attachments, documents): shown, if at all, without any right. */
export const FILE_POLICY = "default-src 'none'; sandbox"

/** Headers of every reply of every host. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
