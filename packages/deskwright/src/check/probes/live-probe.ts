import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { receivedRowsSchema, type Row } from '../../spec/payloads/rows.ts'
import { askJson } from './ask-json.ts'
import { mainOrigin } from './ask.ts'
import type { Heard } from './ask-socket.ts'
import { eachWidget, type Inquiry } from './each-widget.ts'
import { isLoopback } from './is-local.ts'
import { judgeMessages, readMessage, toRowId } from './judge-messages.ts'
import type { Probe } from './probe.ts'
import { toDefaults, toAddress, toText, toWidgetQuestion } from './widget-question.ts'
import { toShown } from './judge-data.ts'

/** Milliseconds a socket may take to open, and then to say something. */
const limit = 10_000
const patience = 5000

/** Opens the socket of each live grid as Workspace does, and holds its first messages against the rows of the endpoint. */
export const liveProbe: Probe = {
  name: 'sockets',
  asksParts: true,
  run: (target) =>
    eachWidget(
      target,
      ({ type, wsEndpoint }) => type === 'live_grid' && wsEndpoint !== undefined,
      'Listening to the socket',
      askSocketOf,
    ),
}

async function askSocketOf(inquiry: Inquiry): Promise<readonly Diagnostic[]> {
  const { widget, target } = inquiry
  const place = { where: inquiry.place.where, path: 'wsEndpoint' }
  const values = toDefaults(widget, target.now)
  // Workspace closes a socket for which there is nothing to ask.
  if (Object.keys(values).length > 0 && Object.values(values).every((value) => toText(value) === '')) return []
  const url = toSocketUrl(inquiry)
  if (!URL.canParse(url)) return [diagnose('error', 'socket-refused', place, { url, reason: 'it is no address' })]
  // No browser opens it, which `endpoint-insecure` has said.
  if (url.startsWith('ws:') && target.url.startsWith('https:') && !isLoopback(url)) return []
  const rows = await askRows(inquiry)
  const ids = widget.data?.wsRowIdColumn === undefined ? [] : [widget.data.wsRowIdColumn].flat()
  const known = new Set(rows.map((row) => toRowId(row, ids)))
  const heard = await target.askSocket({
    url,
    origin: mainOrigin,
    message: JSON.stringify({ type: 'params', params: values }),
    limit: Math.min(limit, target.timeout),
    patience: Math.min(patience, target.timeout),
    isEnough: (text) => {
      const message = readMessage(text)
      const isKnown = (row: Row) => known.size === 0 || known.has(toRowId(row, ids))
      return (
        'problem' in message ||
        message.rows.some((row) => ids.every((field) => Object.hasOwn(row, field)) && isKnown(row))
      )
    },
    signal: target.signal,
  })
  return judgeHeard(place, inquiry, { url, rows, ids }, heard)
}

function toSocketUrl({ widget, target }: Inquiry): string {
  const { wsEndpoint = '' } = widget
  if (/^wss?:/i.test(wsEndpoint)) return wsEndpoint
  return toAddress(target.url, wsEndpoint, widget, target.now).replace(/^http/i, 'ws')
}

/** What a page shows when it opens the socket. */
async function askRows({ widget, target }: Inquiry): Promise<readonly Row[]> {
  const asked = await askJson(target, toWidgetQuestion(target.url, widget, target.now))
  if (asked.problem !== undefined) return []
  const read = receivedRowsSchema.safeParse(toShown(widget, asked.value))
  return read.success ? read.data : []
}

function judgeHeard(
  place: Place,
  { widget, target }: Inquiry,
  { url, rows, ids }: { readonly url: string; readonly rows: readonly Row[]; readonly ids: readonly string[] },
  heard: Heard,
): readonly Diagnostic[] {
  if (heard.kind === 'unasked') return []
  if (heard.kind === 'refused') {
    const { reason, status } = heard
    if (status !== 401 && status !== 403) return [diagnose('error', 'socket-refused', place, { url, reason })]
    const hasHeaders = Object.keys(target.headers).length > 0
    return [diagnose('error', 'socket-denied', place, { url, reason, hasHeaders })]
  }
  const { messages } = heard
  if (messages.length === 0) {
    if (heard.kind === 'closed') {
      const { code, reason } = heard
      return [diagnose('error', 'socket-closed', place, { url, code, reason })]
    }
    const seconds = Math.min(patience, target.timeout) / 1000
    return [diagnose('advice', 'socket-silent', place, { url, seconds })]
  }
  return judgeMessages(place, { url, ids, rows, columns: widget.data?.table?.columnsDefs ?? [] }, messages)
}
