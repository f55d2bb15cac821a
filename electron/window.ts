import { BrowserWindow } from 'electron'
import { START_ADDRESS } from './navigation-policy.ts'
import { windowOptions } from './window-options.ts'

/** Makes the program's window and shows it once it has something to show. The only place that makes windows. */
export function createWindow(preload: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, isPackaged))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(START_ADDRESS)
  return window
}
