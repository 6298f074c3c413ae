import { expect, test } from 'vitest'
import { runCli } from '../cli/cli.ts'
import { prices, serve } from './fleet.ts'

async function serveTwo(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const url = await serve(({ method, url = '', headers }, response) => {
    asked.push(`${method} ${url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '*')
    response.setHeader('access-control-allow-private-network', 'true')
    response.setHeader('content-type', 'application/json')
    if (url === '/widgets.json') response.end(JSON.stringify({ prices, trades: { ...prices, endpoint: 'trades' } }))
    else if (url === '/prices') response.end('[]')
    else response.writeHead(url === '/trades' ? 500 : 404).end('{"detail": "No table trades"}')
  })
  return { url, asked }
}

test('a running backend is asked for its widgets, and an answer that fails fails the check', async () => {
  const { url } = await serveTwo()
  const { code, stdout } = await runCli(['check', url])
  expect(code).toBe(1)
  expect(stdout).toContain('answers 500: No table trades.')
  expect(stdout).toContain('Workspace will load 1 of 2 widgets; here is what it will not: widget "trades".')
})

test('one widget can be asked for alone, or left out', async () => {
  const { url, asked } = await serveTwo()
  expect(await runCli(['check', url, '--only', 'prices'])).toMatchObject({ code: 0 })
  expect(await runCli(['check', url, '--skip', 'trades', '--skip', 'cors', '--timeout', '5'])).toMatchObject({
    code: 0,
  })
  expect(asked).not.toContain('GET /trades')
  expect(asked).not.toContain('OPTIONS /widgets.json')
})

test('what would be asked can be seen first', async () => {
  const { url, asked } = await serveTwo()
  const { code, stdout } = await runCli(['check', url, '--dry-run'])
  expect(code).toBe(0)
  expect(stdout.split('\n')).toEqual(
    expect.arrayContaining([
      `GET ${url}/trades from https://pro.openbb.co`,
      `OPTIONS ${url}/widgets.json from https://pro.openbb.co`,
    ]),
  )
  expect(new Set(asked)).toEqual(
    new Set(['GET /widgets.json', 'GET /apps.json', 'GET /templates.json', 'GET /agents.json']),
  )
})

test.each([
  ['--timeout', '0', 'seconds, more than 0'],
  ['--only', '', 'the id of a widget'],
])('%s %j is refused', async (option, value, expected) => {
  const { code, stderr } = await runCli(['check', 'http://127.0.0.1:8590', option, value])
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(expected) })
})
