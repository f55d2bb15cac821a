import type { App, Session, WebContents } from 'electron'
import { isOwnAddress, isOwnPage, isToolsAddress } from './navigation-policy.ts'
import { isPermissionGranted } from './permission-policy.ts'

/** A port that nothing listens on: whatever slips past all other rules ends here. */
const DEAD_PROXY = 'http=127.0.0.1:9;https=127.0.0.1:9;socks=127.0.0.1:9'

/** Command-line switches of Chromium that keep every name from being looked up and every service of its own quiet. */
export const OFFLINE_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

/** Takes the network and every ability of web pages away from a session. */
export async function lockSession(session: Session, isPackaged: boolean): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isOwnAddress(details.url) || (!isPackaged && isToolsAddress(details.url))
    answer({ cancel: !isAllowed })
  })
  session.setPermissionRequestHandler((_, permission, answer, details) =>
    answer(isPermissionGranted(permission, details.requestingUrl.split('/', 3).join('/'))),
  )
  session.setPermissionCheckHandler((_, permission, origin) => isPermissionGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  await session.setProxy({ mode: 'fixed_servers', proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' })
}

/** Keeps every page where it is: no way out of the start page, no further windows, no embedded pages. */
function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    const isOwn = event.isMainFrame ? isOwnPage(event.url) : event.url === 'about:srcdoc'
    if (!isOwn) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Applies `lockContents` to every page there will ever be. */
export function lockAllContents(app: App): void {
  app.on('web-contents-created', (_, contents) => lockContents(contents))
}
