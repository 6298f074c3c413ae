import type { Page } from 'playwright-core'

/** Tells how many milliseconds the page itself works for something until it is drawn, whatever else the machine does. */
export type WorkMeter = (act: () => Promise<unknown>) => Promise<number>

/** Starts to measure the work of a page. */
export async function startWorkMeter(page: Page): Promise<WorkMeter> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  return async (act) => {
    const before = await worked()
    await act()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    return Math.round((await worked()) - before)
  }
}
