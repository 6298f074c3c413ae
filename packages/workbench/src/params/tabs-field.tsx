import type { FieldProps } from './field-props.ts'

/** A row of choices of which one is on; arrows move. */
export function TabsField({ param, value, onChange, id, labelId, describedBy }: FieldProps) {
  return (
    <span id={id} class="param-tabs" role="radiogroup" aria-labelledby={labelId} aria-describedby={describedBy}>
      {(param.options ?? []).map((option) => (
        <label key={String(option.value)}>
          <input
            type="radio"
            name={id}
            checked={String(option.value) === String(value)}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </span>
  )
}
