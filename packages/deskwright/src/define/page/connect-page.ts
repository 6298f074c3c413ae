import type { IframeManifest, IframeParam } from '../../spec/types.ts'

/** A widget inside a page, which Workspace's agents can read. */
export interface PageWidget extends Omit<IframeManifest, 'widgetId'> {
  /** Gives its rows, for a table, or its Markdown. */
  readonly load: () => unknown
}

/** What a page has to do with the widget that shows it. */
export interface PageOptions {
  /** Told the values of the parameters: at first those of the page's own address, then each change. All values are text. */
  readonly onParams?: (values: Readonly<Record<string, string>>) => void
  /** Told the headers of the connection, which go with every request to the backend: once, when it has any. */
  readonly onHeaders?: (headers: Readonly<Record<string, string>>) => void
  /** Widgets inside the page, by id. */
  readonly widgets?: Readonly<Record<string, PageWidget>>
  /** Parameters that the page brings along. */
  readonly params?: readonly IframeParam[]
}

/** The way back from a page to its widget. */
export interface Page {
  /** Sets parameters of the widget, and so of its group. */
  setParams(values: Readonly<Record<string, unknown>>): void
  /** Stops listening. */
  close(): void
}

/**
 * Connects a page with the `iframe` widget that shows it. Runs in the browser; it needs nothing around it, so that its own text can be
 * put into a page. Only the window that holds the page is listened to.
 * @see widget-data §10
 */
export function connectPage(options: PageOptions = {}): Page {
  const { onParams, onHeaders, widgets = {}, params } = options
  const send = (message: object) => window.parent.postMessage(message, '*')

  const answer = async (widgetId: string) => {
    const fail = (error: string) => send({ type: 'openbb-error', widgetId, error })
    const widget = widgets[widgetId]
    if (widget === undefined) return fail(`This page has no widget ${JSON.stringify(widgetId)}.`)
    try {
      send({ type: 'openbb-data', widgetId, dataType: widget.dataType, data: await widget.load() })
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }

  /** Values come as an object of values, an object of \`{ value }\`, or a list of \`{ paramName, value }\`. */
  const toValues = (given: unknown): Record<string, string> => {
    const list = Array.isArray(given)
      ? given.map((param: { paramName?: unknown; value?: unknown }) => [String(param.paramName), param.value])
      : Object.entries(given ?? {})
    const plain = list.map(([name, value]: unknown[]) => {
      const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value
      return [name, Array.isArray(inner) ? inner.join(',') : ((inner ?? '') as string | number | boolean).toString()]
    })
    return Object.fromEntries(plain) as Record<string, string>
  }

  const listen = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return
    const message = data as { type?: unknown; params?: unknown; headers?: unknown; widgetId?: unknown }
    if (message.type === 'openbb-params-update') onParams?.(toValues(message.params))
    if (message.type === 'openbb-auth') onHeaders?.(toValues(message.headers))
    if (message.type === 'openbb-request') {
      const asked = typeof message.widgetId === 'string' ? [message.widgetId] : Object.keys(widgets)
      for (const widgetId of asked) void answer(widgetId)
    }
  }
  window.addEventListener('message', listen)

  const manifests = Object.entries(widgets).map(([widgetId, widget]) => ({ widgetId, ...widget }))
  const announced = { type: 'openbb-connect', widgets: manifests, params }
  send(JSON.parse(JSON.stringify(announced)) as object) // without the functions, which cannot be sent
  onParams?.(Object.fromEntries(new URLSearchParams(window.location.search)))
  return {
    setParams: (values) => send({ type: 'openbb:widget-params:update', params: values }),
    close: () => window.removeEventListener('message', listen),
  }
}
