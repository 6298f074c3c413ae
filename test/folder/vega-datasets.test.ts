import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appsSchema, rowsSchema, ssrmAnswerSchema, widgetsSchema, type WireWidget } from 'deskwright/spec'
import { root } from '../house/root.ts'

const data = join(root, 'node_modules/vega-datasets/data')
const main = join(root, 'packages/deskwright/dist/cli/main.js')

/** What becomes of every file; several tables of one file count once. */
const unreadable = ['flights-200k.arrow']

interface Listening {
  readonly event: string
  readonly url: string
  readonly diagnostics: readonly { readonly severity: string; readonly where: string }[]
}

describe('deskwright dev on the folder of vega-datasets', () => {
  let child: ChildProcess
  let listening: Listening
  let widgets: Readonly<Record<string, WireWidget>>

  beforeAll(async () => {
    child = spawn(process.execPath, [main, 'dev', data, '--port', '0', '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    for await (const line of createInterface({ input: child.stdout! })) {
      listening = JSON.parse(line) as Listening
      if (listening.event === 'listening') break
    }
    widgets = (await (await fetch(`${listening.url}/widgets.json`)).json()) as typeof widgets
  })
  afterAll(async () => {
    child.kill()
    await once(child, 'exit')
  })

  it('names the files that cannot be read, and finds nothing else', () => {
    expect(listening.diagnostics).toEqual(
      unreadable.map((file) => expect.objectContaining({ severity: 'warning', where: `file "${file}"` })),
    )
  })

  it('makes something of every file', async () => {
    const files = (await readdir(data)).toSorted()
    const sources = new Set(Object.values(widgets).flatMap(({ source = [] }) => source))
    expect([...sources].toSorted()).toEqual(files)
  })

  it('has documents that are exactly what Workspace takes', async () => {
    expect(widgetsSchema.safeParse(widgets).error).toBeUndefined()
    const apps: unknown = await (await fetch(`${listening.url}/apps.json`)).json()
    expect(appsSchema.safeParse(apps).error).toBeUndefined()
  })

  it('answers for every widget with what its type shows, also when all ask at once', async () => {
    const problems = await Promise.all(Object.entries(widgets).map(([id, widget]) => ask(id, widget)))
    expect(problems.filter((problem) => problem !== undefined)).toEqual([])
  }, 60_000)

  async function ask(id: string, widget: WireWidget): Promise<string | undefined> {
    const { type, endpoint, source = [], data: shown } = widget
    const init = type === 'ssrm_table' ? { method: 'POST', body: '{"startRow":0,"endRow":100}' } : {}
    const answer = await fetch(`${listening.url}/${endpoint}`, init)
    const text = await answer.text()
    if (!answer.ok) return `${id}: ${answer.status} ${text}`
    if (type === 'html') return text.includes('<img') ? undefined : `${id}: no picture`
    if (type === 'markdown') return unreadable.includes(source[0] ?? '') ? undefined : `${id}: ${text}`
    const rows = type === 'ssrm_table' ? readAnswer(text) : rowsSchema.parse(JSON.parse(text))
    const fields = (shown?.table?.columnsDefs ?? []).map(({ field }) => field)
    const [first] = rows
    if (first === undefined) return `${id}: no rows`
    const strange = Object.keys(first).filter((field) => !fields.includes(field))
    return strange.length === 0 ? undefined : `${id}: columns without definition: ${strange.join(', ')}`
  }

  it.each([
    ['stocks', { date: { chartDataType: 'time' }, price: { cellDataType: 'number' } }],
    ['cars', { Year: { chartDataType: 'time' }, Miles_per_Gallon: { headerName: 'Miles per Gallon' } }],
    ['budgets', { budgetYear: { headerName: 'Budget year', formatterFn: 'none' } }],
    ['zipcodes', { zip_code: { cellDataType: 'text' } }],
    ['unemployment', { id: { headerName: 'ID', formatterFn: 'none' } }],
  ])('formats the columns of %s by their names and types', (id, expected) => {
    const columns = widgets[id]?.data?.table?.columnsDefs ?? []
    expect(Object.fromEntries(columns.map((column) => [column.field, column]))).toMatchObject(expected)
  })
})

function readAnswer(text: string): readonly Readonly<Record<string, unknown>>[] {
  return ssrmAnswerSchema.parse(JSON.parse(text)).rowData
}
