import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { expectHealthy } from './healthy.ts'

const tenMegabytes = 10 * 1024 * 1024

describe('a running backend', () => {
  let backend: ServingCli

  beforeAll(async () => {
    backend = await serveByCli('start', 'test/bad-input/fixtures/requests.ts')
  })
  afterAll(() => backend.end())
  afterEach(() => expectHealthy(backend.url))

  const post = (path: string, body: RequestInit['body'], init: object = {}) =>
    fetch(backend.url + path, { method: 'POST', body: body ?? null, ...init })

  /** Sends a request line as it is: what `fetch` would tidy up before it goes out. */
  const send = async (target: string, headers = ''): Promise<{ status: number; body: string }> => {
    const socket = connect(backend.port, '127.0.0.1')
    socket.end(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${backend.port}\r\nConnection: close\r\n${headers}\r\n`)
    const answer = await text(socket)
    return { status: Number(answer.split(' ')[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) }
  }

  describe('that gets a body of 10 MB', () => {
    const large = JSON.stringify({ prompt: 'x'.repeat(tenMegabytes) })

    it('refuses it by its announced length, and names the limit', async () => {
      const answer = await post('/widgets/echo', large)
      expect(answer.status).toBe(413)
      expect(await answer.json()).toEqual({ detail: 'The request body is larger than 1048576 bytes.' })
    })

    it('refuses it as well when it comes in pieces without a length', async () => {
      const pieces = new ReadableStream({
        start(controller) {
          const piece = new TextEncoder().encode(' '.repeat(64 * 1024))
          for (let sent = 0; sent < tenMegabytes; sent += piece.length) controller.enqueue(piece)
          controller.close()
        },
      })
      const answer = await post('/widgets/echo', pieces, { duplex: 'half' })
      expect(answer.status).toBe(413)
    })

    it('does not wait for a body that was announced and never comes', async () => {
      const upload = request(`${backend.url}/widgets/echo`, {
        method: 'POST',
        headers: { 'Content-Length': tenMegabytes },
        agent: false,
      })
      upload.on('error', () => {})
      upload.flushHeaders()
      const [answer] = (await once(upload, 'response')) as [{ statusCode: number }]
      expect(answer.statusCode).toBe(413)
      upload.destroy()
    })

    it('takes a body that is just small enough', async () => {
      const prompt = 'x'.repeat(1024 * 1024 - 100)
      const answer = await post('/widgets/echo', JSON.stringify({ prompt }))
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ content: prompt })
    })
  })

  describe('that gets __proto__', () => {
    const expectNoPollution = async () => {
      expect(await (await fetch(`${backend.url}/widgets/pollution`)).json()).toBe('undefined')
    }
    afterEach(() => expectNoPollution())

    it.each([
      '/widgets/healthy?__proto__=1',
      '/widgets/healthy?__proto__[polluted]=1&constructor[prototype][polluted]=1',
      '/widgets/healthy?constructor=1&toString=2&hasOwnProperty=3',
    ])('as a key of a query ignores it: %s', async (path) => {
      expect((await fetch(backend.url + path)).status).toBe(200)
    })

    it.each([
      '{"__proto__":{"polluted":1},"prompt":"hello"}',
      '{"constructor":{"prototype":{"polluted":1}},"prompt":"hello"}',
      JSON.stringify('{"__proto__":{"polluted":1},"prompt":"hello"}'),
    ])('as a key of a body ignores it: %s', async (body) => {
      const answer = await post('/widgets/echo', body)
      expect(await answer.json()).toMatchObject({ content: 'hello' })
    })

    it('takes no value from the prototype of a body', async () => {
      const answer = await post('/widgets/echo', '{"__proto__":{"prompt":"inherited"}}')
      expect(await answer.json()).toMatchObject({ content: '' })
    })

    it.each(['__proto__', 'constructor', 'toString'])('takes %s as a value like any other', async (name) => {
      expect(await (await fetch(`${backend.url}/named/${name}`)).json()).toBe(name)
    })

    it.each(['/__proto__', '/widgets/__proto__', '/widgets/constructor', '/toString'])(
      'serves nothing at %s',
      async (path) => {
        const answer = await fetch(backend.url + path)
        expect(answer.status).toBe(404)
        expect(await answer.json()).toEqual({ detail: expect.stringContaining(`Nothing is served at ${path}.`) })
      },
    )
  })

  describe('that gets a path with ..', () => {
    it.each([
      '/../../../../etc/passwd',
      '/widgets/../../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/widgets/%2E%2e/%2e./etc/passwd',
      '/..%2f..%2f..%2fetc%2fpasswd',
      '/..%5c..%5cetc%5cpasswd',
      '//etc/passwd',
      '/./package.json',
      '/../package.json',
      '/%00/etc/passwd',
      '/%zz',
    ])('serves nothing at %s, and says so', async (target) => {
      const { status, body } = await send(target)
      expect(status).toBe(404)
      expect(JSON.parse(body)).toEqual({ detail: expect.stringMatching(/^Nothing is served at \//) })
    })

    it('understands the dots as every browser does', async () => {
      expect(await send('/elsewhere/../widgets/healthy')).toEqual({ status: 200, body: '[{"symbol":"AAPL"}]' })
    })

    it.each(['/named/..%2f..%2fetc', '/named/%2e%2e%2fetc'])(
      'takes dots with an encoded slash as text: %s',
      async (target) => {
        const { status, body } = await send(target)
        expect(status).toBe(200)
        expect(JSON.parse(body)).toMatch(/^\.\.\/(\.\.\/)?etc$/)
      },
    )

    it.each([
      ['/..\\..\\etc\\passwd', 'Backslash in request path'],
      ['*', 'Invalid URL'],
    ])('says why it cannot understand %s', async (target, reason) => {
      expect(await send(target)).toEqual({
        status: 400,
        body: JSON.stringify({ detail: `The request cannot be understood: ${reason}.` }),
      })
    })

    it('looks at the path alone when a proxy sends a whole URL', async () => {
      expect(await send('http://other.example/../etc/passwd')).toMatchObject({ status: 404 })
    })

    it.each(['no-slash', '/\u0001', '/ HTTP/9.9\r\nX: y'])('survives %j, which is not HTTP', async (target) => {
      expect(await send(target)).toEqual({ status: 400, body: '' })
    })
  })

  it.each(['{"prompt":', 'prompt=hello', '\u0000'])('says that the body %j is not JSON', async (body) => {
    const answer = await post('/widgets/echo', body)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ detail: expect.stringMatching(/^The request body is not JSON: /) })
  })

  it('writes no error to its log for any of this, because nothing of it is its fault', () => {
    expect(backend.progress.text).not.toContain('"level":"error"')
  })
})
