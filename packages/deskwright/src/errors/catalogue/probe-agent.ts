import { entry } from '../entry.ts'

const quote = (text: string): string => JSON.stringify(text)

/** What `check` can find when it asks an agent. */
export const agentProbeErrors = {
  'agent-unanswered': entry('An agent gives no answer', 500, (d: { url: string; reason: string }) => ({
    message: `${d.url} gives no answer: ${d.reason}.`,
    hint: "Correct endpoints.query, and look into the agent's log for this request.",
  })),
  'agent-status': entry(
    'An agent is answered with an error',
    500,
    (d: { url: string; answered: number; said: string }) => ({
      message: `POST ${d.url}, with one short question, answers ${d.answered}${d.said === '' ? '' : `: ${d.said}`}.`,
      hint: 'Take a request as Workspace sends it, keys you do not know too; say what goes wrong in a stream with status 200.',
    }),
  ),
  'agent-cors': entry('Pages may not read what an agent answers', 500, (d: { url: string; reason: string }) => ({
    message: `Browsers keep the answer of ${d.url} from https://pro.openbb.co: ${d.reason}.`,
    hint: 'Answer OPTIONS and POST with the CORS headers, and allow Content-Type and X-Trace-Id.',
  })),
  'agent-no-stream': entry(
    'An agent does not answer with events',
    500,
    (d: { url: string; type: string; got: string }) => ({
      message: `The answer of ${d.url} is no stream of events: it is ${d.type} and begins with ${d.got}.`,
      hint: 'Answer text/event-stream: blocks of "event: copilotMessageChunk" and "data: {"delta": "…"}", each with a blank line at its end.',
    }),
  ),
  'agent-type': entry('A stream of events is not called one', 500, (d: { url: string; type: string }) => ({
    message: `The answer of ${d.url} is a stream of events, but its Content-Type is ${d.type}.`,
    hint: 'Send Content-Type: text/event-stream, so that nothing on the way keeps it back.',
  })),
  'agent-event-broken': entry('An event is no JSON', 500, (d: { url: string; event: string; got: string }) => ({
    message: `The data of an event ${quote(d.event)} of ${d.url} is no JSON: ${d.got}. The answer breaks off there.`,
    hint: 'Write JSON into every data line, and nothing else: no [DONE], no plain text. A ping is a comment line, ": ping".',
  })),
  'agent-event-unknown': entry('An event is not known', 500, (d: { url: string; event: string; known: string }) => ({
    message: `${d.url} sends events ${quote(d.event)}, which Workspace does not read; it knows ${d.known}.`,
    hint: 'Correct the name in the line "event: …".',
  })),
  'agent-event-shape': entry(
    'An event lacks what its name promises',
    500,
    (d: { url: string; event: string; reason: string; got: string }) => ({
      message: `An event ${quote(d.event)} of ${d.url} cannot be shown: ${d.reason}; ${d.got} came.`,
      hint: 'Send the keys that belong to the event.',
    }),
  ),
  'agent-empty': entry('An agent answers nothing', 500, (d: { url: string; reason: string }) => ({
    message: `The answer of ${d.url} ends with nothing to show: ${d.reason}.`,
    hint: 'End a turn with text (copilotMessageChunk), an artifact, or a function call. Say so in text when something fails.',
  })),
  'agent-silent': entry('An agent takes too long', 500, (d: { url: string; seconds: number; events: number }) => ({
    message: `${d.url} sent ${d.events === 0 ? 'no event' : 'no text'} within ${d.seconds} s.`,
    hint: 'Flush the first event at once, a copilotStatusUpdate for one, and keep proxies from buffering: X-Accel-Buffering: no.',
  })),
  'agent-unfinished': entry('The last event of an agent is lost', 500, (d: { url: string; got: string }) => ({
    message: `The answer of ${d.url} ends without a blank line: what stands behind the last one, ${d.got}, is not read.`,
    hint: 'End every event with a blank line, the last one too.',
  })),
}
