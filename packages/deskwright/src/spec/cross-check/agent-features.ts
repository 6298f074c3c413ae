import { diagnose } from '../../errors/diagnostic.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { WireAgent } from '../agents/agent.ts'
import { knownFeatures } from '../agents/agent-values.ts'
import { toAgentName } from '../names.ts'
import { joinPath } from '../read/cursor.ts'
import { describeJson, listValues } from '../read/describe.ts'
import type { Rule } from './documents.ts'

/** Some features do nothing without another part of the agent. */
export const agentFeatures: Rule = function* ({ agents = {} }) {
  for (const [id, agent] of Object.entries(agents)) {
    const where = toAgentName(id)
    for (const [feature, need, isMet] of listNeeds(agent)) {
      if (agent.features[feature] !== true || isMet) continue
      yield diagnose('warning', 'agent-feature-need', { where, path: joinPath('features', feature) }, { feature, need })
    }
    for (const key of Object.keys(agent.features)) {
      const nearest = findNearest(key, knownFeatures)
      if (nearest === undefined || key === nearest || typeof agent.features[key] !== 'boolean') continue
      if ((knownFeatures as readonly string[]).includes(key)) continue
      yield diagnose('advice', 'agent-feature-name', { where, path: joinPath('features', key) }, { key, nearest })
    }
  }
}

function listNeeds({ features, endpoints }: WireAgent): readonly (readonly [string, string, boolean])[] {
  return [
    ['widget-global-search', 'the feature "widget-dashboard-search"', features['widget-dashboard-search'] === true],
    ['feedback', '"endpoints.feedback"', endpoints.feedback !== undefined],
  ]
}

/** A control that selects has options, and starts with one of them. */
export const agentControls: Rule = function* ({ agents = {} }) {
  for (const [id, agent] of Object.entries(agents)) {
    for (const [key, control] of Object.entries(agent.features)) {
      if (typeof control === 'boolean' || control.type !== 'select') continue
      const place = { where: toAgentName(id), path: joinPath('features', key) }
      const values = (control.options ?? []).map(({ value }) => value)
      if (values.length === 0) {
        yield diagnose('warning', 'options-missing', place, { type: 'select', key: 'options' })
      } else if (control.default !== undefined && !values.includes(String(control.default))) {
        const details = { came: describeJson(control.default), allowed: listValues(values) }
        yield diagnose('warning', 'param-default', { ...place, path: `${place.path}.default` }, details)
      }
    }
  }
}
