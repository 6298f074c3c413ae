import type { AcceptedWidget, WireParam } from 'deskwright/spec'
import type { Connection } from './connection.ts'

/** A widget with the least that one has. */
export function toWidget(rest: Partial<AcceptedWidget> = {}): AcceptedWidget {
  return { name: 'W', description: 'A widget', type: 'table', endpoint: 'rows', ...rest }
}

/** A param with the least that one has. */
export function toParam(paramName: string, rest: Partial<WireParam> = {}): WireParam {
  return { paramName, type: 'text', ...rest }
}

/** A connection without secrets. */
export function toConnection(url = 'http://127.0.0.1:7779', entries: Connection['entries'] = []): Connection {
  return { id: url, name: 'Acme', url, entries }
}
