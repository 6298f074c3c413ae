import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import type { WireAgent } from '../../spec/agents/agent.ts'
import { toAgentName } from '../../spec/names.ts'
import { type AskedEvents, askEvents } from './ask-events.ts'
import { ask, mainOrigin, type Question } from './ask.ts'
import { judgeAllowOrigin, judgePreflight } from './judge-cors.ts'
import { isTelling, judgeEvents } from './judge-events.ts'
import type { Probe, ProbeTarget } from './probe.ts'
import { readEvents } from './read-events.ts'
import { toDetail } from './read-answer.ts'
import { runBounded } from './run-bounded.ts'
import { toAddress } from './widget-question.ts'

/** So many agents are asked at once. */
const atOnce = 2

/** Asks each agent one short question, as Workspace does, and reads the events of its answer. */
export const agentsProbe: Probe = {
  name: 'agents',
  asksParts: true,
  async *run(target) {
    const agents = Object.entries(target.documents.agents ?? {}).filter(([id]) => target.isChosen(id))
    const found = await runBounded(agents, atOnce, async ([id, agent]) => {
      target.progress(`Asking ${toAgentName(id)}`)
      return await askAgent(id, agent, target)
    })
    yield* found.flat()
  },
}

async function askAgent(id: string, agent: WireAgent, target: ProbeTarget): Promise<readonly Diagnostic[]> {
  const place = { where: toAgentName(id), path: 'endpoints.query' }
  const url = toAddress(target.url, agent.endpoints.query)
  if (!URL.canParse(url)) return [diagnose('error', 'agent-unanswered', place, { url, reason: 'it is no address' })]
  const blocked = target.isJudged('cors') ? await askFirst(url, agent, target) : undefined
  const asked = await askEvents(target, toQuestion(url, agent))
  if (asked.kind === 'failed') {
    return [diagnose('error', 'agent-unanswered', place, { url, reason: asked.reason })]
  }
  const reason = blocked ?? (asked.kind === 'answer' ? judgeAllowOrigin(asked.headers, mainOrigin) : undefined)
  const silence =
    reason === undefined || !target.isJudged('cors') ? [] : [diagnose('error', 'agent-cors', place, { url, reason })]
  return [...silence, ...judgeAnswer(place, url, asked, target.timeout)]
}

/** Asks as browsers do before they send JSON; says why they would not go on. */
async function askFirst(url: string, agent: WireAgent, target: ProbeTarget): Promise<string | undefined> {
  const isOwn = new URL(url).origin === new URL(target.url).origin
  const names = ['content-type', 'x-trace-id', ...Object.keys({ ...(isOwn ? target.headers : {}), ...agent.headers })]
    .map((name) => name.toLowerCase())
    .toSorted()
  const headers = {
    Origin: mainOrigin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': names.join(','),
  }
  // What a user gives a connection is never part of a preflight.
  const answered = await ask({ ...target, headers: {} }, { method: 'OPTIONS', url, headers, isHeadOnly: true })
  if (answered.kind !== 'answer') return undefined
  const reason = judgePreflight(answered.status, answered.headers, { origin: mainOrigin, names })
  return reason === undefined ? undefined : `OPTIONS, which browsers ask first, fails, as ${reason}`
}

/** A first request with one question, and everything else of one empty. @see agents §2 */
function toQuestion(url: string, agent: WireAgent): Question {
  const [model] = agent.models ?? []
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/json',
      Origin: mainOrigin,
      'X-Trace-Id': crypto.randomUUID(),
      ...agent.headers,
    },
    body: JSON.stringify({
      messages: [{ role: 'human', content: 'Please answer with one word: hello.' }],
      widgets: { primary: [], secondary: [], extra: [] },
      context: [],
      urls: [],
      timezone: 'UTC',
      workspace_state: { current_page_context: 'dashboard', current_dashboard_info: null, action_history: [] },
      workspace_options: {},
      tools: [],
      ...(model === undefined ? {} : { model: model.id }),
    }),
  }
}

function judgeAnswer(
  place: { readonly where: string; readonly path: string },
  url: string,
  asked: Exclude<AskedEvents, { kind: 'failed' }>,
  timeout: number,
): readonly Diagnostic[] {
  const seconds = timeout / 1000
  if (asked.kind === 'silent') return [diagnose('error', 'agent-silent', place, { url, seconds, events: 0 })]
  const { status, headers, text, isEnded } = asked
  if (status < 200 || status > 299) {
    return [diagnose('error', 'agent-status', place, { url, answered: status, said: toDetail(text) })]
  }
  const { events, rest } = readEvents(text)
  const type = headers.get('content-type') ?? 'of no type'
  const isStream = /^text\/event-stream\b/i.test(type)
  if (!isStream && events.length === 0 && text !== '') {
    return [diagnose('error', 'agent-no-stream', place, { url, type, got: show(text) })]
  }
  const findings = [...judgeEvents(place, url, events)]
  if (!isStream && events.length > 0) findings.push(diagnose('warning', 'agent-type', place, { url, type }))
  if (isEnded && rest !== '' && /^(?:event|data):/m.test(rest)) {
    findings.push(diagnose('error', 'agent-unfinished', place, { url, got: show(rest) }))
  }
  if (events.some(isTelling) || findings.some(({ severity }) => severity === 'error')) return findings
  if (!isEnded) return [...findings, diagnose('error', 'agent-silent', place, { url, seconds, events: events.length })]
  const names = [...new Set(events.map(({ name }) => name))]
  const reason =
    text.trim() === ''
      ? 'it is empty'
      : events.length === 0
        ? `it holds no event, but ${show(text)}`
        : `it holds but ${names.join(', ')}`
  return [...findings, diagnose('error', 'agent-empty', place, { url, reason })]
}
