import { entry } from '../entry.ts'

/** What can go wrong with sockets and the updates that go through them. */
export const liveErrors = {
  'socket-origin-refused': entry('A socket was opened by a page that is not allowed', 403, (d: { origin: string }) => ({
    message: `Pages of ${d.origin} may not open sockets here.`,
    hint: 'Add the origin to origins in defineBackend, or start with --origin.',
  })),
  'socket-expected': entry('The address takes sockets only', 426, (d: { path: string }) => ({
    message: `${d.path} is the address of a socket.`,
    hint: 'Open it with new WebSocket(…), or ask the widget itself for its rows.',
  })),
  'socket-message-malformed': entry(
    'A client sent something else than its parameters',
    400,
    (d: { problem: string }) => ({
      message: `A message of a live grid is {"type":"params","params":{…}} in JSON, but ${d.problem}.`,
      hint: 'Send one text message with the parameters after opening the socket, and another one whenever they change.',
    }),
  ),
  'live-update-malformed': entry(
    'A live grid was given updates that are no rows',
    500,
    (d: { where: string; problem: string }) => ({
      message: `An update of ${d.where} is not a row or an array of rows: ${d.problem}.`,
      hint: 'Yield objects like { symbol, price }, or arrays of them.',
    }),
  ),
  'live-row-without-id': entry(
    'A row does not say which one it is',
    500,
    (d: { where: string; rowId: readonly string[]; fields: readonly string[] }) => ({
      message: `${d.where} tells its rows apart by ${d.rowId.join(' and ')}, but a row has only ${d.fields.join(', ') || 'nothing'}.`,
      hint: 'Give every update the fields named in rowId besides those that changed.',
    }),
  ),
  'live-source-unusable': entry(
    'A live grid subscribes to something that cannot be read',
    500,
    (d: { where: string; got: string }) => ({
      message: `subscribe of ${d.where} returned ${d.got}, but should return an async iterable or a ReadableStream.`,
      hint: 'Write subscribe as async function* and yield the changed rows, or return fromEvents(), fromWebSocket() or poll().',
    }),
  ),
  'live-source-overrun': entry('Updates come faster than they are read', 500, (d: { limit: number }) => ({
    message: `More than ${d.limit} updates wait to be read; the subscription is begun anew.`,
    hint: 'Do less between two updates: what awaits something for every single one holds up all that follow.',
  })),
  'live-source-closed': entry(
    'The socket that updates come from was closed',
    502,
    (d: { url: string; code: number; reason: string }) => ({
      message: `The socket ${d.url} was closed with code ${d.code}${d.reason === '' ? '' : `: ${d.reason}`}.`,
      hint: 'Nothing has to be done when it comes back: it is opened again, later each time. Otherwise check its address and its keys.',
    }),
  ),
  'live-source-silent': entry('A source of updates is silent', 503, (d: { url: string; seconds: number }) => ({
    message: `The socket ${d.url} said nothing for ${d.seconds} seconds, although it was asked for a sign of life.`,
    hint: 'It is opened again by itself. If that happens often, look whether a proxy between the two swallows pings, and set ping to a message that the server answers.',
  })),
  'live-websocket-missing': entry('This runtime has no WebSocket', 500, () => ({
    message:
      'fromWebSocket opens sockets with the global WebSocket, and this runtime has none; Node has one from version 22 on.',
    hint: "Say how to open one: import { openSocket } from 'deskwright/node', and fromWebSocket(url, { open: openSocket }).",
  })),
}
