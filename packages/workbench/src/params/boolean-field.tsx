import { toSentValue } from '../requests/to-sent-value.ts'
import type { FieldProps } from './field-props.ts'

/** A switch. */
export function BooleanField({ param, value, onChange, id, describedBy, invalid }: FieldProps) {
  const on = toSentValue({ type: param.type }, value, 0) === true
  return (
    <button
      id={id}
      type="button"
      class="param-switch"
      role="switch"
      aria-checked={on}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onClick={() => onChange(!on)}
    >
      <span class="param-switch-thumb" />
    </button>
  )
}
