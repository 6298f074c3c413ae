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
  workbench: {
    entry: 'examples/markets/backend.ts',
    async prepare(page) {
      await page.locator('.ag-row svg').first().waitFor()
      await page.locator('.js-plotly-plot .scatterlayer path').first().waitFor()
      await page.frameLocator('iframe').getByText('Sep', { exact: true }).waitFor()
    },
  },
  'workbench-light': {
    entry: 'examples/markets/backend.ts',
    theme: 'light',
    async prepare(page) {
      await page.getByRole('tab', { name: 'Economy' }).click()
      await page.getByRole('article', { name: 'Unemployment by industry' }).locator('canvas').first().waitFor()
      await page.getByText('143.1 m').waitFor()
      await page.locator('.ag-row').first().waitFor()
      await page.locator('.js-plotly-plot .scatterlayer path').first().waitFor()
      await page.getByText('Five stocks, monthly').waitFor()
    },
  },
  folder: {
    entry: 'examples/folder/data',
    async prepare(page) {
      await page.getByRole('tab', { name: 'Equity' }).click()
      await page.locator('.js-plotly-plot .main-svg').nth(1).waitFor()
      await page.locator('.ag-row').first().waitFor()
    },
  },
  inspector: {
    entry: 'examples/markets/backend.ts',
    async prepare(page) {
      await page.locator('.ag-row svg').first().waitFor()
      await page.locator('.js-plotly-plot .scatterlayer path').first().waitFor()
      await page.getByRole('button', { name: /^Inspect/ }).click()
      await page.getByRole('list', { name: 'Requests' }).getByText('/widgets/performance').click()
      await page.getByRole('button', { name: 'table', exact: true }).click()
      await page.getByText('3.9 kB · 5 rows').waitFor()
      await page.mouse.move(0, 0)
    },
  },
}
