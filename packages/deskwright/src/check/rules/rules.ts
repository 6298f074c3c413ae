import type { checkErrors } from '../../errors/catalogue/check.ts'
import type { documentErrors } from '../../errors/catalogue/document.ts'
import type { agentProbeErrors } from '../../errors/catalogue/probe-agent.ts'
import type { dataProbeErrors } from '../../errors/catalogue/probe-data.ts'
import type { probeErrors } from '../../errors/catalogue/probe.ts'
import { agentRules } from './agent-rules.ts'
import { appRules } from './app-rules.ts'
import { dataRules } from './data-rules.ts'
import { documentRules } from './document-rules.ts'
import { probeRules } from './probe-rules.ts'
import type { Rule } from './rule.ts'
import { widgetRules } from './widget-rules.ts'

/** The codes of what documents can have wrong. */
export type RuleCode =
  | keyof typeof documentErrors
  | keyof typeof probeErrors
  | keyof typeof dataProbeErrors
  | keyof typeof agentProbeErrors
  | Exclude<keyof typeof checkErrors, `check-${string}`>

/** Every rule about documents, by the code of its findings. */
export const rules: Readonly<Record<RuleCode, Rule>> = {
  ...documentRules,
  ...widgetRules,
  ...appRules,
  ...probeRules,
  ...dataRules,
  ...agentRules,
}
