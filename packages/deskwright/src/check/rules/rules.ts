import type { checkErrors } from '../../errors/catalogue/check.ts'
import type { documentErrors } from '../../errors/catalogue/document.ts'
import type { probeErrors } from '../../errors/catalogue/probe.ts'
import { appRules } from './app-rules.ts'
import { documentRules } from './document-rules.ts'
import { probeRules } from './probe-rules.ts'
import type { Rule } from './rule.ts'
import { widgetRules } from './widget-rules.ts'

/** The codes of what documents can have wrong. */
export type RuleCode =
  | keyof typeof documentErrors
  | keyof typeof probeErrors
  | Exclude<keyof typeof checkErrors, `check-${string}`>

/** Every rule about documents, by the code of its findings. */
export const rules: Readonly<Record<RuleCode, Rule>> = {
  ...documentRules,
  ...widgetRules,
  ...appRules,
  ...probeRules,
}
