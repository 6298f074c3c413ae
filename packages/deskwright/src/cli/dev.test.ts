import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Child } from './child.fixture.ts'
import { toDeskSource } from './desk.fixture.ts'
import { getJson, useProject } from './project.fixture.ts'

const project = useProject()

/** A server whose answers wait until the test lets them go: loaders ask it. */
const gate = createServer()
afterEach(() => {
  gate.close()
  gate.closeAllConnections()
})

async function openGate() {
  gate.listen(0, '127.0.0.1')
  await once(gate, 'listening')
  return `http://127.0.0.1:${(gate.address() as AddressInfo).port}`
}

async function expectEvent(child: Child, event: string): Promise<unknown> {
  const [, line = ''] = await child.expectLine('stdout', new RegExp(`^(\\{"event":"${event}".*\\})\\n`, 'm'))
  return JSON.parse(line)
}

async function startDev(entry: string) {
  const { child, url } = await project.startServer('dev', entry, '--port', '0')
  await child.expectLine('stderr', /Watching/)
  return { child, url }
}

describe('dev', () => {
  it.each(['desk.ts', 'desk.js'])('serves every save of %s on the same port, and names what changed', async (entry) => {
    await project.write(entry, toDeskSource({ widgets: { prices: 'Prices', trades: 'Trades' } }))
    const { child, url } = await startDev(entry)
    await project.write(entry, toDeskSource({ widgets: { prices: 'All prices', news: 'News' } }))
    expect(await expectEvent(child, 'reloaded')).toMatchObject({
      widgets: { added: ['news'], changed: ['prices'], removed: ['trades'] },
    })
    await expect.poll(() => child.stderr()).toContain('Reloaded: widgets +news ~prices -trades\n')
    expect(await getJson(`${url}/widgets.json`)).toMatchObject({
      prices: { name: 'All prices' },
      news: { name: 'News' },
    })
  })

  it.each([
    ['desk.ts', 'rows.ts'],
    ['desk.ts', 'rows.js'],
    ['desk.js', 'rows.js'],
    ['desk.ts', 'rows.cjs'],
    ['desk.ts', 'rows.json'],
  ])('follows what %s imports: %s', async (entry, name) => {
    const toRows = (close: number) => {
      if (name.endsWith('.json')) return `[{ "close": ${close} }]`
      return `${name.endsWith('.cjs') ? 'module.exports =' : 'export default'} [{ close: ${close} }]`
    }
    await project.write(name, toRows(1))
    await project.write(entry, `import rows from './${name}'\n${toDeskSource({ load: '() => rows' })}`)
    const { child, url } = await startDev(entry)
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
    await project.write(name, toRows(2))
    await expectEvent(child, 'reloaded')
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 2 }])
  })

  it.each([
    ['has a syntax error', `${toDeskSource()}\nconst = 1\n`, 'entry-failed', /SyntaxError: .*desk\.ts:1\d:7/],
    ['throws', `${toDeskSource()}\nthrow new Error('no data')\n`, 'entry-failed', /no data \(desk\.ts:1\d\)/],
    ['exports no backend', 'export const nothing = 1', 'entry-without-backend', /there is none, only nothing/],
    [
      'imports what is missing',
      `import './gone.ts'\n${toDeskSource()}`,
      'entry-failed',
      /'\.\/gone\.ts' \(desk\.ts:1\)/,
    ],
    [
      'calls what is not exported',
      "import { tabel } from 'deskwright'\ntabel({})",
      'entry-failed',
      /"tabel" is not a function/,
    ],
  ])('keeps the last good version when the new one %s, and says why', async (_what, source, code, why) => {
    await project.write('desk.ts', toDeskSource())
    const { child, url } = await startDev('desk.ts')
    await project.write('desk.ts', source)
    expect(await expectEvent(child, 'reload-failed')).toMatchObject({
      error: { code, message: expect.stringMatching(why) },
    })
    await child.expectLine('stderr', /The last good version stays\./)
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
    await project.write('desk.ts', toDeskSource({ load: '() => [{ close: 2 }]' }))
    await expectEvent(child, 'reloaded')
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 2 }])
  })

  it('finishes requests in flight on the version they began with', async () => {
    const url = await openGate()
    const load = `async () => { await (await fetch('${url}')).text(); return [{ version: 'old' }] }`
    await project.write('desk.ts', toDeskSource({ load }))
    const dev = await startDev('desk.ts')
    const asked = once(gate, 'request') as Promise<[unknown, ServerResponse]>
    const old = getJson(`${dev.url}/widgets/prices`)
    const [, response] = await asked
    await project.write('desk.ts', toDeskSource({ load: "() => [{ version: 'new' }]" }))
    await expectEvent(dev.child, 'reloaded')
    expect(await getJson(`${dev.url}/widgets/prices`)).toEqual([{ version: 'new' }])
    response.end()
    expect(await old).toEqual([{ version: 'old' }])
  })

  it('waits for a change when the first version cannot be loaded', async () => {
    await project.write('desk.ts', 'export default {')
    const child = project.start(['dev', 'desk.ts', '--port', '0', '--json'])
    await child.expectLine('stderr', /Waiting for a change\.[^]*Watching/)
    await project.write('desk.ts', toDeskSource())
    const { url } = (await expectEvent(child, 'listening')) as { url: string }
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
  })

  it('outlives a promise that nobody awaits', async () => {
    await project.write('desk.ts', `void Promise.reject(new Error('nobody awaits'))\n${toDeskSource()}`)
    const { child, url } = await startDev('desk.ts')
    await expect.poll(() => child.stderr()).toContain('nobody awaits')
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
  })

  it('ends with 1 when the entry does not exist', async () => {
    const child = project.start(['dev', 'missing.ts'])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toContain('There is no module "missing.ts".')
  })

  it('finishes and ends with 0 at Ctrl-C', async () => {
    await project.write('desk.ts', toDeskSource())
    const { child } = await startDev('desk.ts')
    child.signal('SIGINT')
    expect(await child.ended).toBe(0)
  })
})
