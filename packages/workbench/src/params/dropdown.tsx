import type { WireOption, WireValue } from 'deskwright/spec'
import { useRef, useState } from 'preact/hooks'
import { holdsMany, toSentValue } from '../requests/to-sent-value.ts'
import { toLabel, type FieldProps } from './field-props.ts'
import { OptionList } from './option-list.tsx'
import { placePopup } from './place-popup.ts'
import type { Choices } from './use-options.ts'

/** What a dropdown is told besides. */
export interface DropdownProps extends FieldProps {
  readonly choices: Choices
}

/** A button with the chosen labels that opens a list to search and choose from. */
export function Dropdown({ param, value, onChange, id, labelId, describedBy, invalid, choices }: DropdownProps) {
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const many = holdsMany(param)
  const chosen = toChosen(toSentValue({ type: 'text', multiSelect: many }, value, 0))
  const labelOf = (one: string) => choices.options.find((option) => String(option.value) === one)?.label
  const { busy, problem } = choices
  const unknown = !busy && problem === undefined && chosen.some((one) => labelOf(one) === undefined)
  const text = chosen.map((one) => labelOf(one) ?? one).join(', ')

  const choose = (option: WireOption) => {
    const picked = String(option.value)
    if (!many) {
      onChange(option.value)
      popup.current?.hidePopover()
      button.current?.focus()
      return
    }
    const known = new Map(choices.options.map((other) => [String(other.value), other.value]))
    const left = chosen.includes(picked) ? chosen.filter((one) => one !== picked) : [...chosen, picked]
    onChange(left.map((one) => known.get(one) ?? one))
  }

  return (
    <span class="param-dropdown">
      <button
        ref={button}
        id={id}
        type="button"
        class={`control${unknown || problem !== undefined ? ' unknown' : ''}`}
        title={problem ?? (unknown ? `${text}: not among the options` : text)}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-labelledby={`${labelId} ${id}-value ${id}-count`}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        popovertarget={`${id}-popup`}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          popup.current?.showPopover()
        }}
      >
        <span id={`${id}-value`}>{text === '' ? (param.placeholder ?? 'None') : text}</span>
        {many && chosen.length > 1 && (
          <span id={`${id}-count`} class="param-count">
            {chosen.length}
          </span>
        )}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4.5 6.5L8 10l3.5-3.5" />
        </svg>
      </button>
      <div
        ref={popup}
        id={`${id}-popup`}
        class="param-popup"
        popover="auto"
        style={param.style?.popupWidth === undefined ? undefined : { width: `${param.style.popupWidth}px` }}
        onBeforeToggle={({ newState }) => {
          if (newState !== 'open') return
          choices.renew()
          setOpen(true)
        }}
        onToggle={({ newState }) => newState === 'closed' && setOpen(false)}
      >
        {open && (
          <OptionList
            id={id}
            label={toLabel(param)}
            choices={choices}
            chosen={chosen}
            many={many}
            onChoose={choose}
            onClear={() => onChange(many ? [] : null)}
            onResize={() => placePopup(button.current, popup.current)}
          />
        )}
      </div>
    </span>
  )
}

function toChosen(value: WireValue): readonly string[] {
  if (value === null || value === '') return []
  return (Array.isArray(value) ? value : [value]).map(String)
}
