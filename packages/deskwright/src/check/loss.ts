import type { Diagnostic } from '../errors/diagnostic.ts'
import type { Loss } from './finding.ts'
import { rules } from './rules/rules.ts'
import type { DocumentName } from './source.ts'

/** Says what an error costs. One invalid widget costs all of them, one invalid app all apps. */
export function toLoss({ code, severity, where }: Diagnostic, document: DocumentName | undefined): Loss {
  if (severity !== 'error') return 'nothing'
  const rule = Object.hasOwn(rules, code) ? rules[code as keyof typeof rules] : undefined
  if (rule?.loses !== undefined) return rule.loses
  if (document === 'agents') return where === 'agents.json' ? 'all agents' : 'agent'
  if (document === 'apps') return 'all apps'
  return 'all widgets'
}
