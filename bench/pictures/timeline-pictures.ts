import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { LANGUAGES, type Language } from '../../core/model/language.ts'
import type { TimelineNote } from '../../core/model/moments.ts'
import { findBrowser } from '../../test/support/browser.ts'
import { startCatalogHost } from '../support/catalog-host.ts'
import { indexedPng } from './indexed-png.ts'
import { officeCatalog, officeTags } from './office-catalog.ts'

const ARTICLES = 12_000
const SCHEMES = ['light', 'dark'] as const
type Scheme = (typeof SCHEMES)[number]

/** What is pictured, by the address that shows it. */
const SCENES: Readonly<Record<string, string>> = {
  density: '#/timeline?o.lanes=none&o.stack=initiative&from=2018-01-01&to=2026-12-31',
  far: '#/timeline?o.lanes=initiative',
  middle: '#/timeline?o.lanes=partner&from=2025-01-01&to=2026-11-30',
  near: '#/timeline?o.lanes=initiative&from=2026-05-04&to=2026-06-21',
  compare: '#/timeline?o.view=compare&o.with=institute-of-soils,museum-of-letters,academy-of-bridges',
  empty: '#/timeline',
}

/** Those kept in the documentation: every scene, every language, both colour schemes, but not each with each. */
const KEPT: readonly (readonly [scene: string, language: Language, scheme: Scheme])[] = [
  ['density', 'en', 'light'],
  ['density', 'kk', 'dark'],
  ['far', 'ru', 'light'],
  ['middle', 'kk', 'light'],
  ['middle', 'en', 'dark'],
  ['near', 'ru', 'dark'],
  ['near', 'kk', 'light'],
  ['compare', 'en', 'light'],
  ['compare', 'ru', 'dark'],
  ['empty', 'kk', 'light'],
]

const NOTE_TEXTS: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['New library opens', 'Teaching from home'],
  ru: ['Открытие новой библиотеки', 'Учёба из дома'],
  kk: ['Жаңа кітапхана ашылды', 'Үйден оқыту'],
}

function notesIn(language: Language): readonly TimelineNote[] {
  const [opening, home] = NOTE_TEXTS[language]
  return [
    { id: 'home', from: '2020-03-16', to: '2020-08-31', text: home },
    { id: 'opening', from: '2026-05-18', to: '2026-05-18', text: opening },
  ]
}

/**
 * Makes the pictures of the timeline from the built interface: those of the documentation, or with `--all DIRECTORY` every
 * scene in every language and colour scheme, to be looked at.
 */
export async function makeTimelinePictures(args: readonly string[]): Promise<void> {
  const all = args[args.indexOf('--all') + 1]
  const folder =
    args.includes('--all') && all !== undefined ? all : fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
  const wanted = args.includes('--all')
    ? Object.keys(SCENES).flatMap((scene) =>
        LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => [scene, language, scheme] as const)),
      )
    : KEPT
  await mkdir(folder, { recursive: true })
  const { executablePath, args: launch, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...launch], env: { ...process.env, ...env } })
  try {
    for (const [scene, language, scheme] of wanted) {
      const png = await indexedPng(await picture(browser, scene, language, scheme))
      const name = `timeline-${scene}-${language}-${scheme}.png`
      await writeFile(join(folder, name), png)
      process.stdout.write(`${name}  ${Math.ceil(png.length / 1000)} kB\n`)
    }
  } finally {
    await browser.close()
  }
}

async function picture(browser: Browser, scene: string, language: Language, scheme: Scheme): Promise<Uint8Array> {
  const server = await startCatalogHost({
    catalog: officeCatalog(scene === 'empty' ? 0 : ARTICLES),
    tags: officeTags(),
    name: 'Press Archive',
    settings: { language, theme: scheme },
    notes: scene === 'empty' ? [] : notesIn(language),
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await page.goto(server.newLink())
    await page.getByRole('main').waitFor()
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, SCENES[scene] ?? '')
    await page.locator('[data-pane="list"][aria-busy="false"] h1').waitFor()
    await page.evaluate(() => document.fonts.ready)
    // Facets and lazily loaded parts come last.
    await page.waitForTimeout(1_500)
    const png = await page.screenshot()
    await page.close()
    return png
  } finally {
    await server.close()
  }
}
