import type { FieldProps } from './field-props.ts'
import { TextField } from './text-field.tsx'

/** A number; an empty box is no value. */
export function NumberField(props: FieldProps) {
  return <TextField {...props} type="number" toValue={(text) => (text.trim() === '' ? null : Number(text))} />
}
