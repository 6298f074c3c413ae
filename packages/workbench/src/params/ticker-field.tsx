import type { FieldProps } from './field-props.ts'
import { TextField } from './text-field.tsx'

const notice = 'In Workspace this searches OpenBB’s own list of symbols. Here it takes any text.'

/** A symbol as free text, with a notice that the real field searches a list that only Workspace has. */
export function TickerField(props: FieldProps) {
  const noticeId = `${props.id}-notice`
  return (
    <span class="param-ticker" title={notice}>
      <TextField {...props} describedBy={[props.describedBy, noticeId].filter(Boolean).join(' ')} />
      <span class="param-note" id={noticeId}>
        free text<span class="spoken">. {notice}</span>
      </span>
    </span>
  )
}
