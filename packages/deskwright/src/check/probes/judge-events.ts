import { z } from 'zod'
import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import type { StreamEvent } from './read-events.ts'

const text = z.string()

/** The function calls that the page can carry out. */
const functions = [
  'get_widget_data',
  'get_extra_widget_data',
  'add_widget_to_dashboard',
  'update_widget_in_dashboard',
  'get_params_options',
  'add_generative_widget',
  'manage_navigation_bar',
  'assign_tasks_to_agents',
  'execute_agent_tool',
  'get_skill_content',
  'save_skill',
] as const

/** What each event has to carry. @see agents §8 */
const shapes: Readonly<Record<string, z.ZodType>> = {
  copilotMessageChunk: z.object({ delta: text }),
  copilotStatusUpdate: z.object({ eventType: z.enum(['INFO', 'WARNING', 'ERROR']), message: text }),
  copilotMessageArtifact: z.object({ type: text, uuid: text, name: text, description: text }),
  copilotCitationCollection: z.object({ citations: z.array(z.object({ id: text, source_info: z.looseObject({}) })) }),
  copilotPromptSuggestions: z.object({ suggestions: z.array(text) }),
  copilotFunctionCall: z.object({ function: z.enum(functions), input_arguments: z.looseObject({}) }),
}

/** Events without which a turn says nothing. */
const telling: readonly string[] = ['copilotMessageChunk', 'copilotMessageArtifact', 'copilotFunctionCall']
/** Events that end the turn when they are wrong. */
const vital: readonly string[] = ['copilotMessageChunk', 'copilotFunctionCall']

/** Whether an event is something to show, or a call whose result will be. */
export function isTelling({ name }: StreamEvent): boolean {
  return telling.includes(name)
}

/** Judges the events of an answer: one finding for each kind of mistake. */
export function judgeEvents(place: Place, url: string, events: readonly StreamEvent[]): readonly Diagnostic[] {
  const findings = new Map<string, Diagnostic>()
  for (const { name, data } of events) {
    const finding = judgeEvent(place, url, { name, data })
    if (finding !== undefined && !findings.has(`${finding.code} ${name}`)) {
      findings.set(`${finding.code} ${name}`, finding)
    }
  }
  return [...findings.values()]
}

function judgeEvent(place: Place, url: string, { name, data }: StreamEvent): Diagnostic | undefined {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    return diagnose('error', 'agent-event-broken', place, { url, event: name, got: show(data) })
  }
  if (!Object.hasOwn(shapes, name)) {
    const known = Object.keys(shapes).join(', ')
    return diagnose('warning', 'agent-event-unknown', place, { url, event: name, known })
  }
  const read = shapes[name]!.safeParse(value)
  if (read.success) return undefined
  const [issue] = read.error.issues
  const reason = `${(issue?.path ?? []).map(String).join('.') || 'it'}: ${issue?.message.replace(/^Invalid (?:input|option): /, '') ?? 'another shape is expected'}`
  const severity = vital.includes(name) ? 'error' : 'warning'
  return diagnose(severity, 'agent-event-shape', place, { url, event: name, reason, got: show(value) })
}
