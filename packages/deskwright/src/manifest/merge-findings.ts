import type { ErrorCode } from '../errors/catalogue.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'

/** Findings about documents that say again, in the wire's words, what was already said in the author's. */
const said: Partial<Record<ErrorCode, readonly ErrorCode[]>> = {
  'endpoint-placeholder': ['path-param-missing'],
  'options-param-unknown': ['options-reference-missing'],
  'param-default': ['param-default-invalid'],
  'click-target': ['click-target-unreceived'],
  'group-alone': ['group-param-unused', 'group-member-lacks-param'],
  'group-member-param': ['group-member-lacks-param', 'param-named-twice'],
  'widget-id': ['widget-id-unsafe'],
  'prompt-mention': ['place-not-registered'],
}

/** Adds what was found in documents to what was found in the definitions they came from. */
export function mergeFindings(definitions: readonly Diagnostic[], documents: readonly Diagnostic[]): Diagnostic[] {
  const isSaid = ({ where, code }: Diagnostic) =>
    definitions.some((known) => known.where === where && said[code]?.includes(known.code))
  return [...definitions, ...documents.filter((finding) => !isSaid(finding))]
}
