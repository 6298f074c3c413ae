import type { ErrorCode } from '../errors/catalogue.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'

/** Findings about documents that say again, in the wire's words, what was already said in the author's. */
const said: Partial<Record<ErrorCode, ErrorCode>> = {
  'endpoint-placeholder': 'path-param-missing',
  'options-param-unknown': 'options-reference-missing',
  'param-default': 'param-default-invalid',
  'click-target': 'click-target-unreceived',
  'group-member-param': 'group-member-lacks-param',
  'widget-id': 'widget-id-unsafe',
}

/** Adds what was found in documents to what was found in the definitions they came from. */
export function mergeFindings(definitions: readonly Diagnostic[], documents: readonly Diagnostic[]): Diagnostic[] {
  const known = new Set(definitions.map(({ where, code }) => `${where} ${code}`))
  return [...definitions, ...documents.filter(({ where, code }) => !known.has(`${where} ${said[code]}`))]
}
