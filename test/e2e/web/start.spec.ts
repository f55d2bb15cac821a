import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url))

/** Starts the program as `npm start` does, on a machine without a display; resolves to the child and its first line. */
async function startProgram(home: string): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env['PATH'], PRESS_ARCHIVE_HOME: home, LANG: 'kk_KZ.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('exit', (code) => reject(new Error(`npm start ended with code ${String(code)}`)))
  })
  return { child, line }
}

test('npm start without a display runs on the sample archive in the browser and says why in one line', async ({
  page,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'press-archive-start-'))
  const { child, line } = await startProgram(home)
  try {
    const [, reason, url] =
      /^Press Archive runs in the browser, (.+): (http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+)$/.exec(line) ?? []
    expect(reason).toBe('because there is no display here')
    await page.goto(url!)
    await expect(page.getByText('Айдынкөл университеті').first()).toBeVisible()
    expect(page.url()).not.toContain('code=')
    expect(await readdir(join(home, 'documents'))).toEqual(['Press Archive sample'])
    await page.reload()
    await expect(page.getByText('Айдынкөл университеті').first()).toBeVisible()
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  }
})
