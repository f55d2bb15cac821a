import type { BrowserWindowConstructorOptions } from 'electron'

/** The rights of every page that the program shows: none but those of a web page without a network. */
export function webPreferences(
  preload: string,
  isPackaged: boolean,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    // It would fetch dictionaries from a public server.
    spellcheck: false,
    devTools: !isPackaged,
  }
}

/** Options of the one kind of window that there is. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1_440,
    height: 900,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: false,
    webPreferences: webPreferences(preload, isPackaged),
  }
}
