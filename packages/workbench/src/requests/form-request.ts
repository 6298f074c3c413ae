import type { WireFormInput, WireParam, WireValue } from 'deskwright/spec'
import { toBackendRequest, type BackendRequest } from './backend-request.ts'
import type { Connection } from './connection.ts'
import type { ParamValues } from './param-values.ts'
import { toSentValue } from './to-sent-value.ts'

/** Takes the values that a form's fields start with. Buttons are no fields. */
export function toInitialFields(form: Pick<WireParam, 'inputParams'>): ParamValues {
  return Object.fromEntries(fieldsOf(form).map(({ paramName, value }) => [paramName, value ?? null]))
}

/** Lists a form's fields, without its buttons. */
export function fieldsOf(form: Pick<WireParam, 'inputParams'>): readonly WireFormInput[] {
  return (form.inputParams ?? []).filter(({ type }) => type !== 'button')
}

/** Lists a form's buttons; a form without any gets one that adds nothing to the body. */
export function buttonsOf(form: Pick<WireParam, 'inputParams'>): readonly WireFormInput[] {
  return (form.inputParams ?? []).filter(({ type }) => type === 'button')
}

/**
 * Builds the request that submits a form: its fields as JSON, several values as arrays, and the pressed button.
 * `undefined` when the form has no endpoint.
 * @see widgets-json §6.6
 */
export function toFormRequest(
  connection: Connection,
  form: WireParam,
  question: { readonly fields: ParamValues; readonly pressed?: WireFormInput | undefined; readonly now: number },
): BackendRequest | undefined {
  if (form.endpoint === undefined) return undefined
  const { fields, pressed, now } = question
  const body: Record<string, WireValue> = Object.fromEntries(
    fieldsOf(form).map((field) => [field.paramName, toSentValue(field, fields[field.paramName], now)]),
  )
  if (pressed) body[pressed.paramName] = pressed.value ?? true
  return toBackendRequest(connection, { endpoint: form.endpoint, method: form.method ?? 'POST', body })
}
