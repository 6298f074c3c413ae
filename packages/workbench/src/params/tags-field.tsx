import { useState } from 'preact/hooks'
import { toSentValue } from '../requests/to-sent-value.ts'
import { toLabel, type FieldProps } from './field-props.ts'

/** Several free texts: Enter or a comma adds one, Backspace takes the last away. */
export function TagsField({ param, value, onChange, id, labelId, describedBy, invalid }: FieldProps) {
  const [text, setText] = useState('')
  const tags = toSentValue({ type: 'text', multiple: true }, value, 0) as readonly (string | number | boolean)[]
  const add = (typed: string) => {
    const known = new Set(tags.map(String))
    const fresh = typed
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '' && !known.has(part))
    setText('')
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)])
  }
  const remove = (tag: string | number | boolean) => onChange(tags.filter((other) => other !== tag))
  return (
    <span class="control param-tags" role="group" aria-labelledby={labelId}>
      {tags.map((tag) => (
        <span key={String(tag)} class="param-tag">
          {String(tag)}
          <button type="button" aria-label={`Remove ${String(tag)}`} onClick={() => remove(tag)}>
            ×
          </button>
        </span>
      ))}
      <input
        id={id}
        value={text}
        size={Math.max(6, text.length + 1)}
        placeholder={param.placeholder ?? (tags.length === 0 ? 'Add …' : '')}
        autocomplete="off"
        spellcheck={false}
        aria-label={`Add to ${toLabel(param)}`}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onInput={(event) => {
          const typed = event.currentTarget.value
          if (typed.includes(',')) add(typed)
          else setText(typed)
        }}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            add(text)
          }
          const last = tags.at(-1)
          if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last)
        }}
      />
    </span>
  )
}
