import { toFieldText, type FieldProps } from './field-props.ts'
import { useDraft } from './use-draft.ts'

/** What a box for one line of text is told besides. */
export interface TextBoxProps extends FieldProps {
  readonly inputMode?: 'text' | 'decimal'
  readonly type?: 'text' | 'number'
  readonly list?: string
  readonly toValue?: (text: string) => string | number | null
}

/** One line of text; committed by Enter and when the focus leaves. */
export function TextField({ type = 'text', toValue = (text) => text, ...props }: TextBoxProps) {
  const { param, value, onChange, id, describedBy, invalid, list } = props
  const draft = useDraft(toFieldText(value), (text) => onChange(toValue(text)))
  return (
    <input
      id={id}
      class="control"
      type={type}
      step={type === 'number' ? 'any' : undefined}
      size={Math.min(28, Math.max(type === 'number' ? 7 : 12, draft.text.length + 1))}
      value={draft.text}
      placeholder={param.placeholder}
      list={list}
      autocomplete="off"
      spellcheck={false}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onInput={(event) => draft.type(event.currentTarget.value)}
      onChange={(event) => draft.commit(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') draft.commit(event.currentTarget.value)
        if (event.key === 'Escape') draft.type(toFieldText(value))
      }}
    />
  )
}
