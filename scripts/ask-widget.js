// Runs the code of a page and asks it what Workspace would ask; the requests are built by the Workbench, which knows nothing of the code.
import { join } from 'node:path'

const connection = { id: 'docs', name: 'Docs', url: 'http://127.0.0.1:7779', entries: [] }
/** The day on which the pages ask. */
const now = Date.UTC(2026, 2, 12)

/** Asks the only widget of a backend: what `widgets.json` says of it, and each exchange with its request and its answer. */
export async function askWidget({ root, load }, file, asks) {
  const { default: backend } = await load(file)
  const requests = await loadRequests({ root, load })
  const fetch = backend.createFetch({})
  const documents = await (await fetch(new Request(`${connection.url}/widgets.json`))).json()
  const [[id, widget]] = Object.entries(documents)
  const send = async ({ url, ...init }) => {
    const response = await fetch(new Request(url, init))
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  const exchanges = []
  for (const ask of asks) {
    const { title } = ask
    if (ask.messages !== undefined) {
      exchanges.push({ title, ...(await listen(backend, widget, ask.messages, requests)) })
      continue
    }
    const request = requests.toRequest(widget, ask)
    let answer = await send(request)
    for (let tries = 0; tries < 50 && ask.until?.(JSON.parse(answer.text)) === false; tries += 1) {
      answer = await send(request)
    }
    exchanges.push({ title, request, answer })
  }
  return { id, widget, exchanges }
}

async function loadRequests({ root, load }) {
  const folder = join(root, 'packages/workbench/src/requests')
  const files = ['backend-request', 'data-request', 'options-request', 'param-values', 'socket-url', 'to-sent-values']
  const modules = await Promise.all(files.map((name) => load(join(folder, `${name}.ts`))))
  const { toBackendRequest, toDataRequest, toInitialValues, toOptionsRequest, ...rest } = Object.assign({}, ...modules)
  return {
    ...rest,
    toInitialValues,
    toRequest(widget, { path, query, options, values: chosen, body, raw = false }) {
      const values = { ...toInitialValues(widget), ...chosen }
      if (path !== undefined) return toBackendRequest(connection, { endpoint: `${widget.endpoint}/${path}`, query })
      if (options !== undefined) {
        const param = widget.params.find(({ paramName }) => paramName === options)
        return toOptionsRequest(connection, widget, param, { values, now })
      }
      const request = toDataRequest(connection, widget, { values, theme: 'dark', raw, now })
      return body === undefined ? request : { ...request, body: JSON.stringify(body) }
    },
  }
}

/** Opens the socket of a live grid, sends the params and waits for some messages. */
async function listen(backend, widget, count, { toInitialValues, toSentValues, toSocketUrl }) {
  const url = toSocketUrl(connection, widget.wsEndpoint)
  const open = await backend.createConnect({})(new Request(url.replace('ws', 'http')))
  const listeners = []
  const received = []
  const sent = JSON.stringify({ type: 'params', params: toSentValues(widget, toInitialValues(widget), now) })
  await new Promise((resolve) => {
    open({
      bufferedAmount: 0,
      send(text) {
        received.push(text)
        if (received.length === count) resolve()
      },
      close() {},
      addEventListener: (type, listener) => listeners.push({ type, listener }),
    })
    tell('message', { data: sent })
  })
  tell('close', {})
  return { socket: url, sent, received }

  function tell(wanted, event) {
    for (const { type, listener } of listeners) if (type === wanted) listener(event)
  }
}
