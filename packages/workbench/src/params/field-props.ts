import type { AcceptedWidget, WireFormInput, WireParam, WireValue } from 'deskwright/spec'
import type { AnswerStore } from '../requests/answer-store.ts'
import type { Asker, BackendClient } from '../requests/backend-client.ts'
import type { ParamValues } from '../requests/param-values.ts'

/** The widget whose params are drawn, and the backend that has it. */
export interface ParamHost {
  readonly widget: AcceptedWidget
  readonly client: BackendClient
  /** Shared by all widgets of the backend: equal dropdowns ask once. */
  readonly store: AnswerStore
  readonly asker: Omit<Asker, 'purpose'>
}

/** What every field is told. */
export interface FieldProps {
  readonly param: WireParam | WireFormInput
  readonly value: WireValue | undefined
  readonly onChange: (value: WireValue) => void
  readonly host: ParamHost
  /** The values of all params, which dependent dropdowns need. */
  readonly values: ParamValues
  /** The fields of the form around it. */
  readonly fields?: ParamValues
  /** The id of the control, which the label names. */
  readonly id: string
  /** The id of the label. */
  readonly labelId: string
  /** The ids of what describes the control. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
}

/** What a param is called on the screen. */
export function toLabel({ label, paramName }: Pick<WireParam, 'label' | 'paramName'>): string {
  return label === undefined || label === '' ? paramName : label
}

/** Writes a value for a text box. */
export function toFieldText(value: WireValue | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}
