import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWidgets } from 'deskwright/spec'
import { hasCapture, readCaptured } from './captured.ts'
import type { HarnessWidget } from '../../packages/workbench/src/harness.ts'
import { openHarness, type Harness } from './harness.ts'
import { readCells, readTitles } from './read-grid.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('table', 'chart')
})
afterAll(async () => await harness.close())

describe.runIf(hasCapture)('tables of the reference backend', () => {
  const widgets = (hasCapture && readWidgets(readCaptured('/widgets.json')).document) || {}
  const ids = Object.keys(widgets).filter(
    (id) => widgets[id]?.type === 'table' && id !== 'table_widget_from_api_endpoint',
  )

  it.each(ids)('shows %s in both themes', async (id) => {
    const shown = await harness.open()
    await shown.mount('table', readCaptured(`/${id}`), widgets[id] as HarnessWidget, { width: 620, height: 320 })
    await shown.page.locator('.ag-row:visible, .js-plotly-plot .main-svg:visible').first().waitFor()
    await shown.picture(`table-${id}-dark`)
    await shown.update(readCaptured(`/${id}`), { theme: 'light' })
    await shown.picture(`table-${id}-light`)
    expect((await shown.calls()).report).toEqual([])
    expect(shown.troubles).toEqual([])
    await shown.page.close()
  })

  it('names and orders columns by their definitions', async () => {
    const shown = await harness.open()
    const id = 'table_widget_with_column_definitions'
    await shown.mount('table', readCaptured(`/${id}`), widgets[id] as HarnessWidget)
    expect(await readTitles(shown.page)).toEqual(['Asset', 'TVL (USD)', '24h Change'])
    expect((await readCells(shown.page))[0]).toEqual(['Ethereum', '45,000,000,000', '2.5%'])
  })
})
