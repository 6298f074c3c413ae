import { resolveDate } from 'deskwright/spec'
import { useRef } from 'preact/hooks'
import { systemClock, toLocalDay } from '../requests/clock.ts'
import { toFieldText, type FieldProps } from './field-props.ts'
import { TextField } from './text-field.tsx'

const modifiers = ['$currentDate', '$currentDate-1w', '$currentDate-1M', '$currentDate-3M', '$currentDate-1y']

/** A date: typed, picked, or relative to today; what a relative one comes to is shown beside it. */
export function DateField(props: FieldProps) {
  const { value, onChange, id } = props
  const picker = useRef<HTMLInputElement>(null)
  const now = toLocalDay(systemClock.now())
  const text = toFieldText(value)
  const resolved = text === '' ? '' : resolveDate(text, now)
  const noteId = `${id}-note`
  const note = resolved === undefined ? 'no date: today is sent' : resolved === text ? '' : resolved
  return (
    <span class="param-date">
      <TextField
        {...props}
        param={{ ...props.param, placeholder: props.param.placeholder ?? 'YYYY-MM-DD' }}
        list={`${id}-list`}
        invalid={props.invalid || resolved === undefined}
        describedBy={[props.describedBy, noteId].filter(Boolean).join(' ')}
        toValue={(typed) => (typed.trim() === '' ? null : typed.trim())}
      />
      <datalist id={`${id}-list`}>
        {modifiers.map((modifier) => (
          <option key={modifier} value={modifier}>
            {resolveDate(modifier, now)}
          </option>
        ))}
      </datalist>
      <span class="param-pick">
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={resolved ?? ''}
          onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value)}
        />
        <button type="button" title="Pick a day" aria-label="Pick a day" onClick={() => picker.current?.showPicker()}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5" />
          </svg>
        </button>
      </span>
      <span class="param-note" id={noteId}>
        {note}
      </span>
    </span>
  )
}
