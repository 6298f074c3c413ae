import { EventEmitter, once } from 'node:events'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import type { Backend, Fetch, RuntimeOptions } from '../http/backend.ts'

/** What a test wants to differ from the plain backend. */
export interface FakeBackend {
  readonly name?: string
  readonly answer?: (request: Request, runtime: RuntimeOptions) => Response | Promise<Response>
  readonly options?: Partial<BackendOptions>
  readonly diagnostics?: readonly Diagnostic[]
}

/** Makes the smallest thing that `serve` accepts. */
export function createFakeBackend(fake: FakeBackend = {}): Backend {
  const { name = 'Fake', answer = () => new Response(name), diagnostics = [] } = fake
  const createFetch =
    (runtime: RuntimeOptions): Fetch =>
    async (request) =>
      await answer(request, runtime)
  return {
    name,
    options: { name, widgets: {}, ...fake.options },
    manifest: { name, widgets: {}, apps: [], agents: {}, routes: [], sockets: [], diagnostics },
    fetch: createFetch({}),
    createFetch,
    createConnect: () => async () => new Response(name, { status: 404 }),
  }
}

/** Some finding of the wanted severity. */
export function createFinding(severity: Diagnostic['severity'], where = 'widget "prices"'): Diagnostic {
  return diagnose(
    severity,
    'params-invalid',
    { where, path: 'params[0]' },
    { problems: ['it is a finding for a test'] },
  )
}

/** Makes a backend whose answers, the paths asked for, wait until the test lets them go. */
export function createSlowBackend() {
  const events = new EventEmitter()
  const released = once(events, 'release')
  let arrived = 0
  const backend = createFakeBackend({
    async answer(request) {
      arrived++
      events.emit('arrival')
      await released
      return new Response(new URL(request.url).pathname)
    },
  })
  return {
    backend,
    /** Resolves when so many requests have arrived. */
    waitFor: (count: number) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (arrived >= count) resolve()
        }
        events.on('arrival', check)
        check()
      }),
    release: () => events.emit('release'),
  }
}
