import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { createAnswerCache } from './answer-cache.ts'
import { toJsonContent } from './content.ts'
import { createDocumentHandler } from './document-handler.ts'
import { Endpoint, type Action } from './endpoint.ts'
import { createFileHandler } from './file-handler.ts'
import { createPageHandler } from './page.ts'
import { toPath } from './path.ts'
import { createRouteHandler } from './route-handler.ts'
import type { Settings } from './settings.ts'
import { createWidgetsHandler } from './widgets-handler.ts'

const healthy = toJsonContent({ status: 'ok' })

/** Lists everything a backend serves, by path below its base path: the page, the documents and the routes. */
export function toEndpoints(manifest: Manifest, settings: Settings): ReadonlyMap<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>()
  const add = (path: string, methods: readonly string[], action: Action): void => {
    const full = toPath(`${settings.basePath}/${path}`)
    const endpoint = endpoints.get(full) ?? new Endpoint()
    endpoints.set(full, endpoint)
    for (const method of methods) endpoint.add(method, action)
  }

  const cache = createAnswerCache(settings.cacheSize)
  const apps = createDocumentHandler(manifest.apps)
  add('/', ['GET'], { handle: createPageHandler(manifest, settings), public: true })
  add('/health', ['GET'], { handle: (exchange) => exchange.reply(200, healthy), public: true })
  add('/widgets.json', ['GET'], { handle: createWidgetsHandler(manifest, settings), public: false })
  add('/apps.json', ['GET'], { handle: apps, public: false })
  add('/templates.json', ['GET'], { handle: apps, public: false })
  add('/agents.json', ['GET'], { handle: createDocumentHandler(manifest.agents), public: false })
  for (const route of manifest.routes) {
    const isFile = route.answer.format === 'file' // lets in by itself, by tickets too
    const handle = isFile ? createFileHandler(route) : createRouteHandler(route, cache)
    add(route.path, route.methods, { handle, public: isFile || (route.public ?? false) })
  }
  for (const { path } of manifest.sockets) {
    const handle = () => {
      throw new DeskwrightError('socket-expected', { path })
    }
    add(path, ['GET'], { handle, public: false })
  }
  return endpoints
}
