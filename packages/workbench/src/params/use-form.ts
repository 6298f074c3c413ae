import type { WireFormInput, WireParam } from 'deskwright/spec'
import { useState } from 'preact/hooks'
import { systemClock, toLocalDay } from '../requests/clock.ts'
import { fieldsOf, toFormRequest, toInitialFields } from '../requests/form-request.ts'
import type { ParamValues } from '../requests/param-values.ts'
import { toFormErrors, type FormErrors } from './form-errors.ts'
import type { ParamHost } from './field-props.ts'

/** Where a form stands. */
export interface FormState {
  readonly fields: ParamValues
  readonly busy: boolean
  /** Whether it was taken, and nothing changed since. */
  readonly sent: boolean
  /** What was refused, until the form is sent again: a line that went when its field is left would move the button under the pointer. */
  readonly errors: FormErrors | undefined
  readonly change: (fields: ParamValues) => void
  readonly submit: (pressed: WireFormInput | undefined) => void
}

/** Keeps a form's fields, and submits them once: a form is never tried a second time by itself. */
export function useForm(form: WireParam, host: ParamHost, onSent: () => void): FormState {
  const [fields, setFields] = useState(() => toInitialFields(form))
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [errors, setErrors] = useState<FormErrors>()

  const submit = async (pressed: WireFormInput | undefined) => {
    const now = toLocalDay(systemClock.now())
    const request = toFormRequest(host.client.connection, form, { fields, pressed, now })
    if (busy) return
    if (request === undefined) return setErrors({ message: 'The form has no endpoint.', fields: {} })
    setBusy(true)
    setSent(false)
    const result = await ask(host, request, form)
    setBusy(false)
    setErrors(result)
    if (result !== undefined) return
    setSent(true)
    onSent()
  }

  return {
    fields,
    busy,
    sent,
    errors,
    change: (changed) => {
      setFields((known) => ({ ...known, ...changed }))
      setSent(false)
    },
    submit: (pressed) => void submit(pressed),
  }
}

async function ask(
  host: ParamHost,
  request: NonNullable<ReturnType<typeof toFormRequest>>,
  form: WireParam,
): Promise<FormErrors | undefined> {
  try {
    const response = await host.client.send(request, { ...host.asker, purpose: 'form' })
    const { status, statusText } = response
    const names = fieldsOf(form).map(({ paramName }) => paramName)
    return toFormErrors({ status, statusText, text: await response.text() }, names)
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), fields: {} }
  }
}
