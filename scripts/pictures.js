// What each picture of the docs waits for, and what is pressed before it is taken.

const text = (wanted) => async (_page, frame) => {
  await frame.getByText(wanted).first().waitFor()
}
const inFrame = (wanted) => async (_page, frame) => {
  await frame.frameLocator('iframe').getByText(wanted).first().waitFor()
}
const drawing = (selector) => async (_page, frame) => {
  await frame.locator(selector).first().waitFor()
}

/** By widget type: waits until its frame shows what it is to show. */
export const widgetPictures = {
  table: drawing('.ag-row svg'),
  ssrm_table: text('1,000,000'),
  live_grid: text('254.5'),
  chart: drawing('.js-plotly-plot .scatterlayer path'),
  async 'chart-highcharts'(_page, frame) {
    for (const key of ['xAxis', 'series']) await frame.getByText(key).click()
    await frame.getByText('categories').waitFor()
  },
  'chart-vegalite': drawing('canvas'),
  advanced_charting: drawing('canvas'),
  metric: text('Volatility'),
  markdown: drawing('math'),
  note: text('Before the open'),
  newsfeed: text('Acme raises its outlook'),
  html: inFrame('Single name'),
  iframe: inFrame('AAPL'),
  youtube: text('Play video'),
  pdf: drawing('canvas'),
  async multi_file_viewer(page, frame) {
    await frame.getByText('prices.csv').first().waitFor()
    await frame.locator('canvas').first().waitFor()
  },
  async omni(page, frame) {
    await frame.getByRole('textbox').fill('What do we hold in energy?')
    await frame.getByRole('button', { name: 'Ask', exact: true }).click()
    await frame.getByText('XOM').waitFor()
  },
}

/** By file name: pictures of whole desks, and which backend they show. */
export const deskPictures = {
  workbench: { entry: 'examples/markets/backend.ts', prepare: showMarkets },
  'workbench-light': { entry: 'examples/markets/backend.ts', theme: 'light', prepare: showMarkets },
  folder: {
    entry: 'examples/folder',
    async prepare(page) {
      await page.getByRole('article').first().waitFor()
      await page.locator('.ag-row').first().waitFor()
    },
  },
  inspector: {
    entry: 'examples/gallery/backend.ts',
    async prepare(page) {
      const failing = page.getByRole('article', { name: 'Markdown that fails' })
      await failing.getByRole('button', { name: 'Inspect' }).click()
      await page.getByText('Its definition').waitFor()
    },
  },
}

/** Waits for one widget of each kind. */
async function showMarkets(page) {
  for (const selector of ['.ag-row svg', '.js-plotly-plot .scatterlayer path']) {
    await page.locator(selector).first().waitFor()
  }
  await page.frameLocator('iframe').getByText('Sep', { exact: true }).waitFor()
  await page.getByText('Morning routine').waitFor()
}
