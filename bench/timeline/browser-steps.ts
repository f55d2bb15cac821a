import type { Page } from '@playwright/test'

/** How long one step took in the browser, in milliseconds. */
export interface StepTime {
  /** From the input to the frame that answers it. */
  readonly paint: number
  /** To the frame that shows the new numbers. */
  readonly settled: number
  /** Elements of the timeline after it. */
  readonly nodes: number
}

/** Measures in the page itself: an input, the frame after it, and the frame after the numbers have come. */
export async function installMeter(page: Page): Promise<void> {
  await page.evaluate(() => {
    const screen = (): Element => {
      const found = document.querySelector('[data-pane="list"]')
      if (found === null) throw new Error('The timeline is not shown.')
      return found
    }
    const frame = (): Promise<number> =>
      new Promise((resolve) => {
        // What runs after the frame's own work has been painted.
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now())
          channel.port2.postMessage(null)
        })
      })
    const measure = async (act: () => void): Promise<StepTime> => {
      const start = performance.now()
      act()
      const paint = (await frame()) - start
      let settled = paint
      // Numbers on the way are marked; two quiet frames mean that none are.
      for (let quiet = 0; quiet < 2;) {
        const now = (await frame()) - start
        const busy = screen().getAttribute('aria-busy') === 'true'
        if (busy) settled = now
        quiet = busy ? 0 : quiet + 1
        if (busy || quiet === 1) settled = now
        if (now > 30_000) throw new Error('The timeline never came to rest.')
      }
      return { paint, settled, nodes: screen().querySelectorAll('*').length }
    }
    Object.assign(window, { measureStep: measure })
  })
}

/** Turns the wheel over the chart with Ctrl held. */
export function wheelStep(page: Page, deltaY: number, share: number): Promise<StepTime> {
  return page.evaluate(
    ({ deltaY: turn, share: place }) => {
      // Put there by `installMeter`.
      const { measureStep } = window as unknown as { measureStep: (act: () => void) => Promise<StepTime> }
      const chart = document.querySelector('section[aria-label] [role="slider"][aria-description]')
      if (chart === null) throw new Error('There is no chart.')
      const box = chart.getBoundingClientRect()
      return measureStep(() => {
        const at = { clientX: box.left + box.width * place, clientY: box.top + 20 }
        chart.dispatchEvent(
          new WheelEvent('wheel', { ...at, deltaY: turn, ctrlKey: true, bubbles: true, cancelable: true }),
        )
      })
    },
    { deltaY, share },
  )
}

/** Moves one edge of the brush by a month, as its arrow keys do. */
export function brushStep(page: Page, key: 'ArrowLeft' | 'ArrowRight', edge: 0 | 1): Promise<StepTime> {
  return page.evaluate(
    ({ key: pressed, edge: place }) => {
      // Put there by `installMeter`.
      const { measureStep } = window as unknown as { measureStep: (act: () => void) => Promise<StepTime> }
      const handle = document.querySelectorAll('[role="group"] [role="slider"]')[place]
      if (handle === undefined) throw new Error('There is no brush.')
      return measureStep(() => {
        handle.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
      })
    },
    { key, edge },
  )
}
