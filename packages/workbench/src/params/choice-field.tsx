import { Dropdown } from './dropdown.tsx'
import type { FieldProps } from './field-props.ts'
import { useOptions } from './use-options.ts'

/** A dropdown of the choices that stand in the document. */
export function ChoiceField(props: FieldProps) {
  return <Dropdown {...props} choices={{ options: props.param.options ?? [], busy: false, renew: () => {} }} />
}

/** A dropdown of the choices that the backend gives. */
export function RemoteChoiceField(props: FieldProps) {
  return <Dropdown {...props} choices={useOptions(props)} />
}
