import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { goTo, openSample } from './pages/sample.ts'
import { wordsOf } from './pages/words.ts'

test.use({ hostArguments: ['--first-run'], actionTimeout: 15_000, hasTouch: true })

const words = wordsOf('en')
const DAY = 86_400_000

interface Days {
  readonly from: number
  readonly length: number
}

/** First day and number of days of the period in the address. */
function daysShown(app: Page): Days {
  const [, from = '', to = ''] = /from=([\d-]+)&to=([\d-]+)/.exec(app.url()) ?? []
  return { from: Date.parse(from) / DAY, length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }
}

/** Fingers that go from places to others in steps; places are pixels from the left. */
async function moveFingers(session: CDPSession, y: number, paths: readonly (readonly [number, number])[]) {
  const steps = 8
  const at = (step: number) =>
    paths.map(([start, end], id) => ({ id, x: start + ((end - start) * step) / steps, y: y + id * 4 }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= steps; step += 1) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('one finger moves the timeline along, two fingers zoom in and out', async ({ app }) => {
  await openSample(app, words)
  await goTo(app, '#/timeline?from=2024-03-01&to=2024-12-31&o.lanes=none')
  const chart = app.getByRole('slider', { name: words('timeline.detail') })
  await expect(chart).toBeVisible()
  await expect(app.locator('[data-pane="list"][aria-busy="false"]')).toBeVisible()
  const box = await chart.boundingBox()
  if (box === null) throw new Error('The chart has no place on the screen.')
  const session = await app.context().newCDPSession(app)
  const [x, y] = [(share: number): number => box.x + box.width * share, box.y + 40]
  const start = daysShown(app)

  await moveFingers(session, y, [[x(0.7), x(0.4)]])
  await expect.poll(() => daysShown(app).from).toBeGreaterThan(start.from + 60)
  const moved = daysShown(app)
  expect(Math.abs(moved.length - start.length)).toBeLessThan(40)

  await moveFingers(session, y, [
    [x(0.45), x(0.2)],
    [x(0.55), x(0.8)],
  ])
  await expect.poll(() => daysShown(app).length).toBeLessThan(moved.length / 2)
  const near = daysShown(app)
  await moveFingers(session, y, [
    [x(0.2), x(0.45)],
    [x(0.8), x(0.55)],
  ])
  await expect.poll(() => daysShown(app).length).toBeGreaterThan(near.length * 2)
})

test('a lane becomes the filter of list and timeline, a story too', async ({ app }) => {
  await openSample(app, words)
  const articles = app.locator('#timeline-title + p')
  for (const [field, kind] of [
    ['partner', 'tag'],
    ['story', 'ids'],
  ] as const) {
    await goTo(app, `#/timeline?o.lanes=${field}`)
    // Until then the lanes of before are shown.
    await expect(app.getByRole('heading', { name: words(`timeline.laneFields.${field}`) })).toBeVisible()
    await expect(app.locator('[data-pane="list"][aria-busy="false"]')).toBeVisible()
    const lane = app.locator('[data-lane]').first()
    const row = lane.locator('xpath=..')
    const count = (await row.locator('> span > span').last().textContent()) ?? ''
    expect(Number(count)).toBeGreaterThan(1)
    await lane.press('f')
    await expect(articles).toHaveText(words('library.articles', { count: Number(count) }))
    await expect.poll(() => decodeURIComponent(app.url())).toContain(`${kind}=`)
  }
})
