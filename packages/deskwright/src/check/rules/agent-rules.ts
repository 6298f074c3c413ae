import type { agentProbeErrors } from '../../errors/catalogue/probe-agent.ts'
import type { Rule } from './rule.ts'

const ask = (answer: string) => `POST /query {"messages": [{"role": "human", "content": "…"}], …}\n\n${answer}`
const stream = (events: string, type = 'text/event-stream') => ask(`200 OK\nContent-Type: ${type}\n\n${events}`)
const hello = 'event: copilotMessageChunk\ndata: {"delta": "Hello"}\n\n'

/** Rules about what an agent answers. */
export const agentRules: Readonly<Record<keyof typeof agentProbeErrors, Rule>> = {
  'agent-unanswered': {
    spec: 'agents §2',
    loses: 'agent',
    exchange: { bad: ask('(the connection is closed)'), good: stream(hello) },
  },
  'agent-status': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: {
      bad: ask('422 Unprocessable Content\n\n{"detail": "workspace_state: unknown key"}'),
      good: stream(hello),
    },
  },
  'agent-cors': {
    spec: 'README §4.2',
    loses: 'agent',
    exchange: {
      bad: 'OPTIONS /query\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: content-type,x-trace-id\n\n405 Method Not Allowed',
      good: 'OPTIONS /query\nOrigin: https://pro.openbb.co\nAccess-Control-Request-Headers: content-type,x-trace-id\n\n204 No Content\nAccess-Control-Allow-Origin: https://pro.openbb.co\nAccess-Control-Allow-Headers: content-type,x-trace-id',
    },
  },
  'agent-no-stream': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: { bad: ask('200 OK\nContent-Type: application/json\n\n{"answer": "Hello"}'), good: stream(hello) },
  },
  'agent-type': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: { bad: stream(hello, 'text/plain'), good: stream(hello) },
  },
  'agent-event-broken': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: { bad: stream(`${hello}data: [DONE]\n\n`), good: stream(hello) },
  },
  'agent-event-unknown': {
    spec: 'agents §8',
    loses: 'agent',
    exchange: { bad: stream('event: message\ndata: {"delta": "Hello"}\n\n'), good: stream(hello) },
  },
  'agent-event-shape': {
    spec: 'agents §8',
    loses: 'agent',
    exchange: { bad: stream('event: copilotMessageChunk\ndata: {"content": "Hello"}\n\n'), good: stream(hello) },
  },
  'agent-empty': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: {
      bad: stream('event: copilotStatusUpdate\ndata: {"eventType": "INFO", "message": "Thinking"}\n\n'),
      good: stream(`event: copilotStatusUpdate\ndata: {"eventType": "INFO", "message": "Thinking"}\n\n${hello}`),
    },
  },
  'agent-silent': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: { bad: stream('(nothing for 60 s)'), good: stream(hello) },
  },
  'agent-unfinished': {
    spec: 'agents §7',
    loses: 'agent',
    exchange: {
      bad: stream(`${hello}data: {"delta": " there"}`),
      good: stream(`${hello}data: {"delta": " there"}\n\n`),
    },
  },
}
