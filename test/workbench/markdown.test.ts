import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHarness, type Harness } from './harness.ts'
import { hasCapture, readCaptured } from './captured.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness('markdown', 'note', 'documents')
})
afterAll(async () => await harness.close())

const sample = String.raw`# Portfolio

Net asset value rose by **1.2 %**, *see* [the report](https://example.com/report) for $5 and $10 fees.

| Fund | NAV | Change |
| --- | ---: | ---: |
| Alpha | 1,204.11 | +0.8 |
| Beta | 88.02 | -1.4 |

> Volatility is $\sigma = \sqrt{\frac{1}{n}\sum (x_i - \mu)^2}$.

$$
\mathrm{VaR}_\alpha = \inf\{ x : P(L > x) \le 1 - \alpha \}
$$

- [x] reconciled
- [ ] signed

${'```sql'}
select fund, nav from funds where nav > 100
${'```'}
`

it('shows tables, code, lists and formulas in both themes', async () => {
  const { page, mount, update, picture, calls, troubles } = await harness.open()
  await mount('markdown', sample)
  await page.locator('math').nth(1).waitFor()
  await expect
    .poll(() => page.locator('td').allTextContents())
    .toEqual(['Alpha', '1,204.11', '+0.8', 'Beta', '88.02', '-1.4'])
  await expect.poll(() => page.locator('.markdown').textContent()).toContain('for $5 and $10 fees')
  await picture('markdown-dark')
  await update(sample, { theme: 'light' })
  await picture('markdown-light')
  expect((await calls()).report).toEqual([])
  expect(troubles).toEqual([])
})

it('opens links in a new tab that knows nothing of the page', async () => {
  const { page, mount } = await harness.open()
  await mount('markdown', '[out](https://example.com) [path](/admin) [mail](mailto:a@b.example)')
  const links = page.locator('.markdown a')
  await links.first().waitFor()
  expect(await links.nth(0).getAttribute('rel')).toBe('noopener noreferrer')
  expect(await links.nth(0).getAttribute('target')).toBe('_blank')
  expect(await links.nth(1).getAttribute('href')).toBeNull()
  expect(await links.nth(2).getAttribute('href')).toBe('mailto:a@b.example')
})

it('goes to a place of the same text', async () => {
  const { page, mount } = await harness.open()
  await mount('markdown', `[down](#end)\n\n${'word\n\n'.repeat(200)}<h2 id="end">End</h2>`)
  await page.getByText('down').click()
  await expect.poll(() => page.locator('.document-page').evaluate(({ scrollTop }) => scrollTop > 500)).toBe(true)
})

describe.runIf(hasCapture)('pages of the reference backend', () => {
  it('shows a picture that is written into the text', async () => {
    const { page, mount, picture, troubles } = await harness.open()
    await mount('markdown', readCaptured('/markdown_widget_with_local_image'))
    await expect
      .poll(() => page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(100)
    await picture('markdown-picture')
    expect(troubles).toEqual([])
  })

  it('shows emphasis and lists', async () => {
    const { page, mount } = await harness.open()
    await mount('markdown', readCaptured('/markdown_widget_with_organized_params'))
    await expect.poll(() => page.locator('.markdown strong').first().textContent()).toBe('Feature Enabled:')
  })
})

describe('strangers', () => {
  const attacks = [
    '<script>window.hurt = 1</script>',
    '<img src="x" onerror="window.hurt = 1">',
    '[click](javascript:window.hurt=1)',
    '<a href="jav&#x09;ascript:window.hurt=1">click</a>',
    '<a href="data:text/html,<script>alert(1)</script>">click</a>',
    '<svg><script>window.hurt = 1</script><a href="javascript:window.hurt=1"><text>x</text></a></svg>',
    '<svg onload="window.hurt = 1"></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror="window.hurt=1">',
    '<iframe srcdoc="<script>parent.hurt = 1</script>"></iframe>',
    '<form action="https://evil.example"><input name=password><button>Log in</button></form>',
    '<style>body { display: none }</style>',
    '<div style="position:fixed;inset:0;background:url(https://evil.example/a)">cover</div>',
    '<img src="https://evil.example/pixel.gif" srcset="https://evil.example/2x.gif 2x">',
    '<video poster="https://evil.example/p.png" src="https://evil.example/v.mp4" autoplay></video>',
    '<object data="https://evil.example/"></object><embed src="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
    String.raw`$\href{javascript:window.hurt=1}{x}$ $\includegraphics{https://evil.example/x.png}$`,
    '<img name="querySelector" id="widget"><input name="body">',
  ]

  it('cannot run, load, cover or ask anything', async () => {
    const { page, mount, troubles } = await harness.open()
    for (const [index, attack] of attacks.entries()) {
      await mount('markdown', `Attack ${index}\n\n${attack}`)
      await page.getByText(`Attack ${index}`, { exact: true }).waitFor()
      await expectHarmless(page, attack)
    }
    expect(page.url()).toContain('harness.html')
    expect(troubles).toEqual([])
  })

  async function expectHarmless(page: Page, attack: string): Promise<void> {
    for (const link of await page.getByText('click').all()) await link.click()
    expect(await page.evaluate(() => 'hurt' in window), attack).toBe(false)
    const forbidden =
      'script, iframe, object, embed, form, style, link, meta, base, video, svg, [onload], [onerror], [srcset]'
    expect(await page.locator('.markdown').locator(forbidden).count()).toBe(0)
    expect(await page.locator('.markdown [style*="position"], .markdown [style*="url"]').count()).toBe(0)
    expect(await page.locator('#widget').count()).toBe(1)
  }

  it('are asked about before a picture is loaded from elsewhere', async () => {
    const { page, mount, troubles } = await harness.open()
    await mount('markdown', '![Stars](https://pictures.example/stars.svg)')
    const button = page.getByRole('button', { name: 'Stars · load from pictures.example' })
    await button.waitFor()
    expect(troubles).toEqual([])
    await page.unrouteAll()
    await page.route('https://pictures.example/*', (route) =>
      route.fulfill({
        contentType: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
      }),
    )
    await button.click()
    await expect.poll(() => page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(40)
  })

  it('cannot make the page wait', async () => {
    const { page, mount, calls } = await harness.open()
    // Takes half a minute to read.
    const endless = '_a*'.repeat(30_000)
    await mount('markdown', endless)
    await page.locator('.markdown-plain').waitFor()
    await expect.poll(async () => (await calls()).report[0]?.message).toContain('takes too long')
    await mount('markdown', '# Next')
    await page.getByRole('heading', { name: 'Next' }).waitFor()
  })

  it('are cut when they talk too long', async () => {
    const { page, calls } = await harness.open()
    await page.evaluate(() => {
      Reflect.set(window, 'long', '**Fifty** megabytes of text.\n\n'.repeat(1_750_000))
    })
    await page.evaluate(() => window.mountRenderer('markdown', Reflect.get(window, 'long')))
    await page.locator('.markdown strong').first().waitFor()
    await expect
      .poll(() => page.locator('.notice-line').textContent())
      .toMatch(/^Only the first [\d,]+ of 5\d,\d+,\d+ characters/)
    await expect.poll(async () => (await calls()).report).toHaveLength(1)
  })
})

it('shows an object as JSON and says that it is no text', async () => {
  const { page, mount, calls } = await harness.open()
  await mount('markdown', { deep: { text: 'x' } })
  await page.locator('pre').waitFor()
  await expect.poll(async () => (await calls()).report[0]?.message).toBe('The answer is an object, not a text.')
})

it('keeps what was written into a note', async () => {
  const { page, mount, update, picture } = await harness.open()
  await mount('note', '# Sent')
  await page.getByRole('heading', { name: 'Sent' }).waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Note, in Markdown').fill('# Written')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Written' }).waitFor()
  await update('# Sent again')
  await page.getByRole('heading', { name: 'Written' }).waitFor()
  await picture('note')
  await page.getByRole('button', { name: 'Back to what was sent' }).click()
  await expect.poll(() => page.getByRole('heading').textContent()).toBe('Sent again')
})
