import { once } from 'node:events'
import { connect } from 'node:net'
import { Agent, get, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { Backend } from '../http/backend.ts'
import { createFakeBackend, createFinding, createSlowBackend } from './backend.fixture.ts'
import { serve, type RunningServer, type ServeOptions } from './serve.ts'

const running: RunningServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0)))
})

async function start(backend: Backend, options: ServeOptions = {}): Promise<RunningServer> {
  const server = await serve(backend, { port: 0, ...options })
  running.push(server)
  return server
}

describe('serve', () => {
  it('answers over a real socket, and says where', async () => {
    const server = await start(createFakeBackend({ answer: ({ url, method }) => Response.json({ url, method }) }))
    expect(server).toMatchObject({ host: '127.0.0.1', url: `http://127.0.0.1:${server.port}`, portMoved: false })
    const response = await fetch(`${server.url}/widgets.json?a=1`, { method: 'POST', body: '{}' })
    expect(await response.json()).toEqual({ url: `${server.url}/widgets.json?a=1`, method: 'POST' })
  })

  it('hands the runtime options to the backend', async () => {
    const server = await start(
      createFakeBackend({ answer: (_request, { dev, origins }) => Response.json({ dev, origins }) }),
      { dev: true, origins: ['https://desk.example.com'] },
    )
    expect(await (await fetch(server.url)).json()).toEqual({ dev: true, origins: ['https://desk.example.com'] })
  })

  it('puts the base path at the end of its URL', async () => {
    const server = await start(createFakeBackend({ options: { basePath: '/desk' } }))
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/desk`)
  })

  it('refuses a backend with errors and carries every finding', async () => {
    const diagnostics = [createFinding('error'), createFinding('warning'), createFinding('error', 'app "Desk"')]
    await expect(serve(createFakeBackend({ diagnostics }), { port: 0 })).rejects.toMatchObject({
      code: 'backend-invalid',
      message: 'The backend "Fake" cannot be served: 2 errors, 1 warning.',
      diagnostics,
    })
  })

  it('serves a backend that has warnings only', async () => {
    const server = await start(createFakeBackend({ diagnostics: [createFinding('warning')] }))
    expect((await fetch(server.url)).status).toBe(200)
  })

  it('names the port that another program holds', async () => {
    const { port } = await start(createFakeBackend())
    await expect(serve(createFakeBackend(), { port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: `Another program already listens on port ${port} of 127.0.0.1.`,
    })
  })

  it('names an address that this machine does not have', async () => {
    await expect(serve(createFakeBackend(), { port: 0, host: '203.0.113.7', insecure: true })).rejects.toMatchObject({
      code: 'host-unavailable',
    })
  })

  describe('on a public address', () => {
    it('refuses a backend without auth', async () => {
      await expect(serve(createFakeBackend(), { port: 0, host: '0.0.0.0' })).rejects.toMatchObject({
        code: 'public-without-auth',
        hint: expect.stringContaining('--insecure'),
      })
    })

    it('serves a backend with auth', async () => {
      const server = await start(createFakeBackend({ options: { auth: () => ({ id: 'ada' }) } }), { host: '0.0.0.0' })
      expect((await fetch(server.url)).status).toBe(200)
    })

    it('serves without auth when it is asked for by name', async () => {
      const server = await start(createFakeBackend(), { host: '0.0.0.0', insecure: true })
      expect(server.url).toBe(`http://127.0.0.1:${server.port}`)
    })
  })
})

describe('swap', () => {
  it('serves the new backend, while requests in flight finish on the old one', async () => {
    const { backend, waitFor, release } = createSlowBackend()
    const server = await start(backend)
    const old = fetch(`${server.url}/old`)
    await waitFor(1)
    server.swap(createFakeBackend({ name: 'New', options: { basePath: '/new' } }))
    expect(await (await fetch(server.url)).text()).toBe('New')
    expect(server.url).toMatch(/\/new$/)
    release()
    expect(await (await old).text()).toBe('/old')
  })

  it('keeps the old backend when the new one has errors', async () => {
    const server = await start(createFakeBackend({ name: 'Old' }))
    expect(() => server.swap(createFakeBackend({ diagnostics: [createFinding('error')] }))).toThrow(
      expect.objectContaining({ code: 'backend-invalid' }),
    )
    expect(await (await fetch(server.url)).text()).toBe('Old')
  })
})

describe('close', () => {
  it('answers 50 slow requests in flight, and refuses new connections meanwhile', async () => {
    const { backend, waitFor, release } = createSlowBackend()
    const server = await start(backend)
    const paths = Array.from({ length: 50 }, (_, index) => `/${index}`)
    const answers = paths.map(async (path) => {
      const response = await fetch(server.url + path)
      return { connection: response.headers.get('connection'), body: await response.text() }
    })
    await waitFor(50)
    const closed = server.close()
    await expect(fetch(`${server.url}/late`)).rejects.toThrow('fetch failed')
    release()
    expect(await Promise.all(answers)).toEqual(paths.map((body) => ({ connection: 'close', body })))
    expect(await closed).toBe(0)
  })

  it('ends idle keep-alive connections at once', async () => {
    const agent = new Agent({ keepAlive: true })
    const server = await start(createFakeBackend())
    const [response] = (await once(get(server.url, { agent }), 'response')) as [IncomingMessage]
    await once(response.resume(), 'end')
    expect(await server.close(60_000)).toBe(0)
    agent.destroy()
  })

  it('is not held up by a connection that never asks', async () => {
    const server = await start(createFakeBackend())
    const silent = connect(server.port, server.host)
    await once(silent, 'connect')
    const ended = once(silent.resume(), 'close')
    expect(await server.close(60_000)).toBe(0)
    await ended
  })

  it('cuts off what outlasts the grace time, and counts it', async () => {
    const { backend, waitFor, release } = createSlowBackend()
    const server = await start(backend)
    const outcome = fetch(server.url).then(
      () => 'answered',
      () => 'cut off',
    )
    await waitFor(1)
    expect(await server.close(0)).toBe(1)
    expect(await outcome).toBe('cut off')
    release()
  })

  it('may be called twice', async () => {
    const server = await start(createFakeBackend())
    expect(await Promise.all([server.close(), server.close()])).toEqual([0, 0])
  })
})
