import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../test/support/browser.ts'
import { startCatalogHost } from '../support/catalog-host.ts'
import { generatedCatalog, generatedTags } from '../support/generated-catalog.ts'
import { report, timingOf } from '../support/measure.ts'
import { brushStep, installMeter, wheelStep, type StepTime } from './browser-steps.ts'

const FIRST_PAINT_MS = 500
const STEP_MS = 50
const MOST_NODES = 3_000

const VIEWS = [
  'o.lanes=initiative',
  'o.lanes=partner&o.stack=partner',
  'o.lanes=outlet&o.grain=day',
  'o.lanes=none',
] as const

/** Measures the screen in a real browser over so many articles: opening it, zooming by wheel, moving the brush. */
export async function runBrowserBench(articles: number): Promise<void> {
  const catalog = generatedCatalog(articles)
  const tags = generatedTags()
  const server = await startCatalogHost({ catalog, tags, name: 'Bench', settings: { language: 'en' } })
  const { executablePath, args, env } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args], env: { ...process.env, ...env } })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.newLink())
    await page.getByRole('main').waitFor()
    report('first paint of the screen', timingOf(await openings(page)), FIRST_PAINT_MS)
    let nodes = 0
    for (const view of VIEWS) {
      await goTo(page, `#/timeline?${view}`)
      await chartShown(page)
      await installMeter(page)
      const [zoom, brush] = [await zooms(page), await brushes(page)]
      report(`zoom, work of the page, ${view}`, timingOf(zoom.map(({ work }) => work)))
      report(`brush, work of the page, ${view}`, timingOf(brush.map(({ work }) => work)))
      report(`zoom to paint, ${view}`, timingOf(zoom.map(({ paint }) => paint)), STEP_MS)
      report(`zoom to numbers, ${view}`, timingOf(zoom.map(({ settled }) => settled)))
      report(`brush to paint, ${view}`, timingOf(brush.map(({ paint }) => paint)), STEP_MS)
      report(`brush to numbers, ${view}`, timingOf(brush.map(({ settled }) => settled)))
      nodes = Math.max(nodes, ...[...zoom, ...brush].map((step) => step.nodes))
    }
    process.stdout.write(
      `${'elements of the timeline, at most'.padEnd(52)} ${nodes}  budget ${MOST_NODES}: ${nodes < MOST_NODES ? 'held' : 'MISSED'}\n`,
    )
  } finally {
    await browser.close()
    await server.close()
  }
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((next) => {
    window.location.hash = next
  }, hash)

async function chartShown(page: Page): Promise<void> {
  await page.locator('section > [role="slider"][aria-description]').first().waitFor()
  await page.locator('[data-pane="list"][aria-busy="false"]').waitFor()
}

/** From the change of the address to the frame that holds the drawn bars, with other lanes each time: nothing is kept. */
async function openings(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (const lanes of ['kind', 'initiative', 'partner', 'outlet', 'language', 'topic', 'initiative&from=2010-01-01']) {
    await goTo(page, '#/settings')
    await page.locator('[aria-labelledby="settings-title"]').waitFor()
    times.push(
      await page.evaluate(async (hash) => {
        const start = performance.now()
        window.location.hash = hash
        for (;;) {
          await new Promise(requestAnimationFrame)
          if (document.querySelector('[data-lane] path, [data-lane] [data-item]') !== null) break
          if (performance.now() - start > 10_000) throw new Error('The timeline was never drawn.')
        }
        await new Promise(requestAnimationFrame)
        return performance.now() - start
      }, `#/timeline?o.lanes=${lanes}`),
    )
  }
  return times
}

/** In to a few days and out again, at several places. */
async function zooms(page: Page): Promise<readonly MeasuredStep[]> {
  const steps: MeasuredStep[] = []
  const meter = await workMeter(page)
  for (const share of [0.2, 0.5, 0.83]) {
    for (let step = 0; step < 8; step += 1) steps.push(await meter(() => wheelStep(page, -400, share)))
    for (let step = 0; step < 8; step += 1) steps.push(await meter(() => wheelStep(page, 400, share)))
  }
  return steps
}

async function brushes(page: Page): Promise<readonly MeasuredStep[]> {
  const steps: MeasuredStep[] = []
  const meter = await workMeter(page)
  for (let step = 0; step < 20; step += 1) steps.push(await meter(() => brushStep(page, 'ArrowRight', 0)))
  for (let step = 0; step < 20; step += 1) steps.push(await meter(() => brushStep(page, 'ArrowLeft', 1)))
  return steps
}

/** A step and the processor time that the page's own thread spent on it until the new numbers stood there. */
interface MeasuredStep extends StepTime {
  readonly work: number
}

/** Processor time does not count what else the machine does meanwhile. */
async function workMeter(page: Page): Promise<(step: () => Promise<StepTime>) => Promise<MeasuredStep>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  return async (step) => {
    const before = await spent()
    const time = await step()
    return { ...time, work: (await spent()) - before }
  }
}
