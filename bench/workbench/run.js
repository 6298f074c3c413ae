// `node bench/workbench/run.js [runs]`: how soon the Workbench shows desks of a local backend in Chromium, and how smooth it stays.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'node:net'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { deskwright, start } from '../servers.js'

const runs = Number(process.argv[2] ?? 10)
const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const cli = path('../../packages/deskwright/dist/cli/main.js')
const home = await mkdtemp(join(tmpdir(), 'deskwright-bench-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  env: { ...process.env, HOME: home },
})

try {
  console.table([
    await paint('twelve', 12),
    await smooth('live', 1, watchLive),
    await smooth('large', 1, scroll),
    await smooth('points', 1, pan),
  ])
} finally {
  await browser.close()
  await rm(home, { recursive: true, force: true })
}

/** Starts a backend with a desk and the Workbench before it, and stops both after the work. */
async function withDesk(name, work) {
  process.env.BENCH_DESK = name
  const [backendPort, port] = [await freePort(), String(await freePort())]
  const allowed = ['--origin', `http://127.0.0.1:${port}`]
  const backend = await start((given) => [...deskwright(path('backend.js'), given), ...allowed], backendPort)
  const workbench = spawn(process.execPath, [cli, 'workbench', backend.url, '--port', port, '--json', '--no-open'])
  try {
    const { url } = await listening(workbench.stdout)
    return await work(url)
  } finally {
    workbench.kill()
    await backend.stop()
  }
}

async function listening(output) {
  for await (const line of createInterface(output)) {
    const event = JSON.parse(line)
    if (event.event === 'listening') return event
  }
  throw new Error('the Workbench ended before it listened')
}

/** A page with nothing kept from before; the milliseconds count from the start of its navigation. */
async function open(url, widgets) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'commit' })
  return { page, context, ...(await watch(page, widgets)) }
}

async function watch(page, widgets) {
  const shown = await page.waitForFunction(isShown, widgets, { polling: 'raf', timeout: 60_000 })
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  return { first, all: await shown.jsonValue() }
}

/** The browser keeps what it made of a script that it has loaded twice. */
async function openAgain(page, widgets) {
  let times
  for (let visit = 0; visit < 2; visit += 1) {
    await page.reload({ waitUntil: 'commit' })
    times = await watch(page, widgets)
  }
  return times.all
}

/** The time at which so many frames hold something drawn, in the page. */
function isShown(widgets) {
  const drawn = '.ag-row, .main-svg, .gl-container, .metric, .markdown, .newsfeed-entry'
  const frames = [...document.querySelectorAll('.frame-content')].filter((frame) => frame.querySelector(drawn) !== null)
  return frames.length >= widgets ? performance.now() : false
}

async function paint(name, widgets) {
  return await withDesk(name, async (url) => {
    const times = []
    for (let run = 0; run < runs; run += 1) {
      const { page, context, first, all } = await open(url, widgets)
      times.push({ first, all, again: await openAgain(page, widgets) })
      await context.close()
    }
    const [first, all, again] = ['first', 'all', 'again'].map((key) => median(times.map((time) => time[key])))
    return {
      desk: name,
      'first paint ms': Math.round(first),
      'all drawn ms': Math.round(all),
      'opened before ms': Math.round(again),
    }
  })
}

/** Counts the frames of ten seconds in which the page is used. */
async function smooth(name, widgets, use) {
  return await withDesk(name, async (url) => {
    const { page, context, first, all } = await open(url, widgets)
    const frames = page.evaluate(countFrames, 10_000)
    const extra = await use(page)
    const { perSecond, longest } = await frames
    await context.close()
    return {
      desk: name,
      'first paint ms': Math.round(first),
      'all drawn ms': Math.round(all),
      'frames/s': Math.round(perSecond),
      'longest frame ms': Math.round(longest),
      ...extra,
    }
  })
}

async function countFrames(milliseconds) {
  const begin = performance.now()
  let [frames, longest, last] = [0, 0, begin]
  while (last - begin < milliseconds) {
    const now = await new Promise(requestAnimationFrame)
    longest = Math.max(longest, now - last)
    frames += 1
    last = now
  }
  return { perSecond: (frames * 1000) / (last - begin), longest }
}

/** How often a second the text of the first price changes. */
async function watchLive(page) {
  const changes = await page.evaluate(async () => {
    let count = 0
    const observer = new MutationObserver(() => (count += 1))
    const cell = document.querySelector('.ag-row [col-id="price"]')
    observer.observe(cell, { childList: true, characterData: true, subtree: true })
    await new Promise((resolve) => setTimeout(resolve, 9000))
    return count / 9
  })
  return { 'changes of a cell/s': Math.round(changes) }
}

async function scroll(page) {
  await page.locator('.ag-row').first().hover()
  for (let step = 0; step < 90; step += 1) {
    await page.mouse.wheel(0, 3000)
    await page.waitForTimeout(100)
  }
}

async function pan(page) {
  const { x, y, width, height } = await page.locator('.frame-content').first().boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.move(x + width / 2 + (step % 20) * 8, y + height / 2)
    await page.waitForTimeout(200)
  }
  await page.mouse.up()
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}
