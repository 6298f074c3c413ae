import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { agentIdPattern } from '../constants.ts'
import { toAgentName } from '../names.ts'
import { report, startAt, stepInto } from '../read/cursor.ts'
import { describeJson } from '../read/describe.ts'
import { isJsonObject } from '../read/reader.ts'
import type { Reading } from '../read/reading.ts'
import type { WireAgent, WireAgents } from './agent.ts'
import { agent } from './read-agent.ts'

const shape = { allowed: 'an object with the agent ids as keys', example: '{"my-agent": {"name": …}}' }

/** Reads an `agents.json`, keyed by id or as an array with an `id` in each agent. Every problem is reported. */
export function readAgents(json: unknown): Reading<WireAgents> {
  const list = toEntries(json)
  if (list === undefined) {
    const place = { where: 'agents.json' }
    return { diagnostics: [diagnose('error', 'document-shape', place, { came: describeJson(json), ...shape })] }
  }
  const diagnostics: Diagnostic[] = []
  const entries: [string, WireAgent][] = []
  for (const [id, entry] of list) {
    const cursor = startAt(toAgentName(id), diagnostics)
    if (!agentIdPattern.test(id)) report(cursor, 'advice', 'agent-id', { id })
    if (Array.isArray(json) && isJsonObject(entry) && typeof entry['id'] !== 'string') {
      report(stepInto(cursor, 'id'), 'error', 'key-missing', { key: 'id', allowed: 'a text' })
    }
    const read = agent.read(entry, cursor)
    if (read !== undefined) entries.push([id, read])
  }
  return { document: Object.fromEntries(entries), diagnostics }
}

function toEntries(json: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isJsonObject(json)) return Object.entries(json)
  if (!Array.isArray(json)) return undefined
  return json.map((entry: unknown, index) => {
    const id = isJsonObject(entry) && typeof entry['id'] === 'string' ? entry['id'] : String(index)
    return [id, entry] as const
  })
}
