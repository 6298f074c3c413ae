import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHarness, type Harness } from './harness.ts'
import { hasCapture, readCaptured } from './captured.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('metric', 'documents')
})
afterAll(async () => await harness.close())

describe.runIf(hasCapture)('cards of the reference backend', () => {
  it('shows all with the colour of their change', async () => {
    const { page, mount, update, picture, calls, troubles } = await harness.open()
    const data = readCaptured('/metric_widget')
    await mount('metric', data, {}, { width: 500, height: 400 })
    await expect.poll(() => page.locator('.metric').count()).toBe(5)
    await expect.poll(() => page.locator('.metric').first().textContent()).toContain('1,234,567')
    const readColours = () =>
      page
        .locator('.metric-delta')
        .evaluateAll((deltas) => deltas.map(({ className }) => className.split('metric-').at(-1)))
    await expect.poll(readColours).toEqual(['up', 'down', 'up', 'flat', 'up'])
    await picture('metric-dark')
    await update(data, { theme: 'light' })
    await picture('metric-light')
    expect((await calls()).report).toEqual([])
    expect(troubles).toEqual([])
  })
})

it('shows one card alone', async () => {
  const { page, mount, picture } = await harness.open()
  await mount('metric', { label: 'AUM', value: 12_500_000 }, {}, { width: 220, height: 120 })
  await expect.poll(() => page.locator('.metric').allTextContents()).toEqual(['AUM12500000'])
  await picture('metric-one')
})

it('shows hostile labels as the letters they are', async () => {
  const { page, mount, troubles } = await harness.open()
  await mount('metric', [{ label: '<img src=x onerror=alert(1)>', value: '<script>alert(2)</script>', delta: '-1' }])
  await expect.poll(() => page.locator('.metric-label').textContent()).toBe('<img src=x onerror=alert(1)>')
  expect(await page.locator('#widget :is(img, script)').count()).toBe(0)
  expect(troubles).toEqual([])
})

it('says what is no metric, and shows nothing for nothing', async () => {
  const { page, mount, calls } = await harness.open()
  await mount('metric', { rows: [] })
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('label, value')
  await expect.poll(async () => (await calls()).report.length).toBe(1)
  await mount('metric', [])
  await expect.poll(() => page.getByRole('status').textContent()).toBe('No metrics')
})
