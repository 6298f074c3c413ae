import type { WireWidget } from 'deskwright/spec'
import type { Mounted, RenderContext, RenderProblem, RenderRequest, WidgetState } from './renderers/renderer.ts'
import { renderers } from './renderers/renderers.ts'
import { toBackendRequest } from './requests/backend-request.ts'
import type { Connection } from './requests/connection.ts'
import { toSocketUrl } from './requests/socket-url.ts'

/** How the bare page shows a renderer. */
export interface HarnessOptions {
  readonly theme?: 'dark' | 'light'
  readonly raw?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  /** What the widget's place keeps. */
  readonly state?: WidgetState
  /** The backend that requests and sockets go to: `http://127.0.0.1:8460`. */
  readonly base?: string
  /** What the user gave the connection; told to embedded pages, not sent. */
  readonly headers?: Readonly<Record<string, string>>
  /** Pixels. */
  readonly width?: number
  readonly height?: number
}

/** What a renderer asked of its context, in order. */
export interface HarnessCalls {
  readonly setValues: Readonly<Record<string, unknown>>[]
  readonly sendToAgent: string[]
  readonly keepState: unknown[]
  readonly report: RenderProblem[]
  /** How often `refresh` was called. */
  refresh: number
}

/** What a renderer is given as its widget: the fields that matter; the others have defaults. */
export type HarnessWidget = Partial<WireWidget>

declare global {
  interface Window {
    /** Shows one renderer; resolves when `mount` has returned. */
    mountRenderer(type: string, data: unknown, widget?: HarnessWidget, options?: HarnessOptions): Promise<void>
    /** Gives the renderer on the page other data or another context. */
    updateRenderer(data: unknown, options?: HarnessOptions): void
    /** Gives the renderer another size, in pixels, and tells it. */
    resizeRenderer(width: number, height: number): void
    destroyRenderer(): void
    mountedRenderer?: Mounted
    rendererCalls: HarnessCalls
  }
}

const element = document.querySelector<HTMLElement>('#widget')!
let shown: HarnessOptions = {}
let widget: WireWidget

// The page works before the styles of the frame exist.
import.meta.glob('./styles/{tokens,base}.css', { eager: true })

function toConnection(): Connection {
  const entries = Object.entries(shown.headers ?? {}).map(([key, value]) => ({
    key,
    value,
    location: 'headers' as const,
  }))
  return { id: 'harness', name: 'Harness', url: shown.base ?? location.origin, entries }
}

async function request(
  path: string,
  { signal, isPatient: _isPatient, ...question }: RenderRequest = {},
): Promise<Response> {
  const { url, ...asked } = toBackendRequest(toConnection(), { endpoint: path, ...question })
  return await fetch(url, { ...asked, ...(signal === undefined ? {} : { signal }) })
}

function toContext(): RenderContext {
  return {
    widget,
    theme: shown.theme ?? 'dark',
    raw: shown.raw ?? false,
    values: shown.values ?? {},
    setValues: (values) => void window.rendererCalls.setValues.push(values),
    state: shown.state ?? {},
    keepState: (changed) => void window.rendererCalls.keepState.push(changed),
    request,
    toUrl: (path, query) => toBackendRequest(toConnection(), { endpoint: path, query }).url,
    headers: shown.headers ?? {},
    connect: (path) => new WebSocket(toSocketUrl(toConnection(), path)),
    refresh: () => void window.rendererCalls.refresh++,
    sendToAgent: (text) => void window.rendererCalls.sendToAgent.push(text),
    report: (problem) => void window.rendererCalls.report.push(problem),
  }
}

function show(options: HarnessOptions): void {
  shown = { ...shown, ...options }
  document.documentElement.dataset['theme'] = shown.theme ?? 'dark'
  element.style.width = `${shown.width ?? 800}px`
  element.style.height = `${shown.height ?? 500}px`
}

window.mountRenderer = async (type, data, given = {}, options = {}) => {
  window.destroyRenderer()
  widget = { name: 'Widget', description: 'Shown on its own', endpoint: 'data', type, ...given } as WireWidget
  show(options)
  const load = renderers[type as keyof typeof renderers]
  if (load === undefined) throw new TypeError(`There is no renderer for ${type}`)
  const { renderer } = await load()
  window.mountedRenderer = renderer.mount(element, data, toContext())
}

window.updateRenderer = (data, options = {}) => {
  show(options)
  window.mountedRenderer?.update(data, toContext())
}

window.resizeRenderer = (width, height) => {
  show({ width, height })
  window.mountedRenderer?.resize?.()
}

window.destroyRenderer = () => {
  window.mountedRenderer?.destroy()
  delete window.mountedRenderer
  element.replaceChildren()
  shown = {}
  window.rendererCalls = { setValues: [], sendToAgent: [], keepState: [], report: [], refresh: 0 }
}
