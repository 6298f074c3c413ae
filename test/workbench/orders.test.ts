import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { serve, type RunningServer } from 'deskwright/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../packages/deskwright/src/sql/postgres/test-database.fixture.ts'
import { root } from '../house/root.ts'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { frameOf } from './frame-desk.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'

const schema = `orders_seen_${process.pid}`
const example = join(root, 'examples/orders')

let home: TestDatabase
let server: RunningServer
let workbench: ServedWorkbench
let browser: WorkbenchBrowser
let close: () => Promise<void>

beforeAll(async () => {
  home = await createTestDatabase()
  Object.assign(process.env, { DATABASE_URL: home.url, ORDERS_SCHEMA: schema })
  await promisify(execFile)(process.execPath, [join(example, 'seed.js')])
  const { default: backend } = await import('../../examples/orders/backend.ts')
  const { db, pool } = await import('../../examples/orders/store.ts')
  server = await serve(backend, { port: 0, origins: '*' })
  workbench = await openWorkbench(server.url)
  browser = await startBrowser()
  close = async () => void (await Promise.all([db.close(), pool.end()]))
})

afterAll(async () => {
  await browser.close()
  await workbench.end()
  await server.close()
  await close()
  await home.run(`drop schema ${schema} cascade`)
  await home.remove()
})

/** Opens the orders and their form, as somebody of their own. */
async function openForm(theme: 'dark' | 'light') {
  const page = await browser.openPage(workbench.url, { colorScheme: theme })
  const frame = frameOf(page, 'Orders')
  await frame.getByRole('button', { name: 'Edit', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Edit' })
  const field = (name: string) => form.locator(`[data-param=${name}]`)
  return { page, frame, form, field, press: (name: string) => form.getByRole('button', { name, exact: true }).click() }
}

const takePicture = async (page: Page, name: string) => {
  const folder = process.env['DESKWRIGHT_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

const choose = async (page: Page, field: ReturnType<Page['locator']>, text: string) => {
  await field.getByRole('button').click()
  await page.getByRole('option', { name: text }).click()
}

it('a refused form says at each field what is wrong, and keeps what was typed', async () => {
  const { page, frame, form, field, press } = await openForm('dark')
  await field('symbol').getByRole('textbox').fill('goog')
  await field('quantity').locator('input').fill('-5')
  await press('Save')
  await field('symbol').getByText('One to eight capitals.', { exact: true }).waitFor()
  await field('quantity').getByText('A whole number above zero.', { exact: true }).waitFor()
  await field('price').getByText('Above zero.', { exact: true }).waitFor()
  await expect.poll(() => field('side').locator('.param-error').count()).toBe(0)
  await form.getByRole('alert').getByText('Quantity: A whole number above zero.').waitFor()
  await expect.poll(() => field('symbol').getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
  await takePicture(page, 'orders-refused-dark')

  await field('symbol').getByRole('textbox').fill('GOOG')
  await field('quantity').locator('input').fill('5')
  await field('price').locator('input').fill('707')
  await press('Save')
  await form.getByRole('status').waitFor()
  await expect.poll(() => form.locator('.param-error').count()).toBe(0)
  await frame.getByText('GOOG').waitFor()
  await takePicture(page, 'orders-added-dark')
})

it('of two who change the same order at once, the slower is told, and takes it up again', async () => {
  const [one, other] = [await openForm('light'), await openForm('dark')]
  for (const [{ page, field }, quantity] of [
    [one, '111'],
    [other, '222'],
  ] as const) {
    await choose(page, field('seen'), '#1 ')
    await field('symbol').getByRole('textbox').fill('AAPL')
    await field('quantity').locator('input').fill(quantity)
    await field('price').locator('input').fill('223.02')
  }
  await one.press('Save')
  await one.form.getByRole('status').waitFor()
  await one.frame.getByText('111').waitFor()
  await takePicture(one.page, 'orders-first-light')
  await other.press('Save')
  await other.form.getByRole('alert').getByText('Somebody has changed this order meanwhile.').waitFor()
  await takePicture(other.page, 'orders-second-dark')

  await choose(other.page, other.field('seen'), '#1 buy 111 AAPL')
  await other.press('Save')
  await other.form.getByRole('status').waitFor()
  await other.frame.getByText('222').waitFor()
  await expect.poll(() => other.form.getByRole('alert').count()).toBe(0)
})
