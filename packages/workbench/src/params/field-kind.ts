import type { WireFormInput, WireParam } from 'deskwright/spec'

/** How a param is drawn. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'ticker'
  | 'choice'
  | 'remote-choice'
  | 'tags'
  | 'tabs'
  | 'code'
  | 'form'
  | 'button'

/** Tells how a param is drawn. */
export function toFieldKind(param: WireParam | WireFormInput): FieldKind {
  const { type, options = [], language, optionsEndpoint } = param
  if (type === 'tabs' || type === 'form' || type === 'button' || type === 'boolean') return type
  if (type === 'endpoint' || optionsEndpoint !== undefined) return 'remote-choice'
  if (options.length > 0) return 'choice'
  if (type !== 'text') return type
  if (language !== undefined) return 'code'
  return param.multiple === true || param.multiSelect === true ? 'tags' : 'text'
}
