import type { WireParam } from 'deskwright/spec'
import { useRef, useState } from 'preact/hooks'
import { buttonsOf, fieldsOf } from '../requests/form-request.ts'
import type { ParamValues } from '../requests/param-values.ts'
import { toLabel, type ParamHost } from './field-props.ts'
import { ParamField } from './param-field.tsx'
import { placePopup } from './place-popup.ts'
import { useForm } from './use-form.ts'

/** What a form is told. */
export interface FormFieldProps {
  readonly form: WireParam
  readonly host: ParamHost
  readonly values: ParamValues
  readonly id: string
  /** Called when the backend took the form. */
  readonly onSent: () => void
}

/** A button that opens a form over the page. Its fields stay as they are until the widget goes. */
export function FormField({ form, host, values, id, onSent }: FormFieldProps) {
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const { fields, busy, sent, errors, change, submit } = useForm(form, host, onSent)
  const [opened, setOpened] = useState(false)
  const buttons = buttonsOf(form)
  const label = toLabel(form)
  return (
    <span class="param-form">
      <button
        ref={button}
        id={id}
        type="button"
        class="param-button"
        title={form.description}
        aria-haspopup="dialog"
        popovertarget={`${id}-form`}
      >
        {label}
      </button>
      <div
        ref={popup}
        id={`${id}-form`}
        class="param-popup"
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={() => setOpened(true)}
        onToggle={({ newState }) => {
          if (newState !== 'open') return
          placePopup(button.current, popup.current)
          popup.current?.querySelector<HTMLElement>('input, button')?.focus()
        }}
      >
        {opened && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              const name = (event.submitter as HTMLButtonElement | null)?.name
              submit(buttons.find(({ paramName }) => paramName === name) ?? buttons[0])
            }}
          >
            {fieldsOf(form)
              .filter(({ show }) => show !== false)
              .map((field) => (
                <ParamField
                  key={field.paramName}
                  param={field}
                  value={fields[field.paramName]}
                  onChange={(value) => change({ [field.paramName]: value })}
                  host={host}
                  values={values}
                  fields={fields}
                  error={errors?.fields[field.paramName]}
                />
              ))}
            {errors && (
              <p class="param-error" role="alert">
                {errors.message}
              </p>
            )}
            {sent && (
              <p class="param-sent" role="status">
                Sent. The widget is loaded again.
              </p>
            )}
            <div class="param-form-buttons">
              {buttons.length === 0 && (
                <button type="submit" class="param-button" disabled={busy}>
                  Submit
                </button>
              )}
              {buttons
                .filter(({ show }) => show !== false)
                .map((pressed) => (
                  <button
                    key={pressed.paramName}
                    type="submit"
                    name={pressed.paramName}
                    class="param-button"
                    title={pressed.description}
                    disabled={busy}
                  >
                    {toLabel(pressed)}
                  </button>
                ))}
            </div>
          </form>
        )}
      </div>
    </span>
  )
}
