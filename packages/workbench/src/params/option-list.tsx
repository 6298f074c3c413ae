import type { WireOption } from 'deskwright/spec'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { filterOptions } from './filter-options.ts'
import type { Choices } from './use-options.ts'

/** What a list of options is told. */
export interface OptionListProps {
  readonly id: string
  readonly label: string
  readonly choices: Choices
  /** The values that are on, as texts. */
  readonly chosen: readonly string[]
  readonly many: boolean
  readonly onChoose: (option: WireOption) => void
  readonly onClear: () => void
  /** Called when the list has another size. */
  readonly onResize: () => void
}

/** More than this is never drawn at once; who looks for one types. */
const mostDrawn = 200

/** A search box over a list of options: typing narrows it, arrows move, Enter chooses. */
export function OptionList({ id, label, choices, chosen, many, onChoose, onClear, onResize }: OptionListProps) {
  const [search, setSearch] = useState('')
  const found = filterOptions(choices.options, search)
  const drawn = found.slice(0, mostDrawn)
  const [active, setActive] = useState(() => Math.max(0, drawn.findIndex(isChosen)))
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const at = Math.min(active, drawn.length - 1)

  // Before the next key can come: it belongs to the search box.
  useLayoutEffect(() => box.current?.focus(), [])
  useLayoutEffect(onResize, [drawn.length])
  useEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [at, drawn.length])

  function isChosen({ value }: WireOption): boolean {
    return chosen.includes(String(value))
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive(Math.min(at + 1, drawn.length - 1)),
    ArrowUp: () => setActive(Math.max(at - 1, 0)),
    PageDown: () => setActive(Math.min(at + 10, drawn.length - 1)),
    PageUp: () => setActive(Math.max(at - 10, 0)),
    Enter: () => {
      const option = drawn[at]
      if (option) onChoose(option)
    },
  }

  return (
    <>
      <input
        ref={box}
        class="control"
        role="combobox"
        placeholder="Search"
        autocomplete="off"
        spellcheck={false}
        aria-label={`Search ${label}`}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={at < 0 ? undefined : `${id}-option-${at}`}
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          const act = keys[event.key]
          if (act === undefined) return
          event.preventDefault()
          act()
        }}
      />
      <div
        ref={list}
        id={`${id}-list`}
        class="param-options"
        role="listbox"
        aria-label={label}
        aria-multiselectable={many}
        aria-busy={choices.busy}
      >
        {drawn.map((option, index) => (
          <div
            key={`${index} ${String(option.value)}`}
            id={`${id}-option-${index}`}
            role="option"
            aria-selected={isChosen(option)}
            class={`param-option${index === at ? ' active' : ''}`}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(option)}
          >
            <span class="param-check" aria-hidden="true" />
            <span class="param-option-text">
              <span>{option.label}</span>
              {option.extraInfo && (
                <span class="param-extra">
                  <span>{option.extraInfo.description}</span>
                  <span>{option.extraInfo.rightOfDescription}</span>
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
      <div class="param-popup-foot" role="status">
        <span>{toStatus(choices, found.length, drawn.length)}</span>
        {chosen.length > 0 && (
          <button type="button" class="param-quiet" onClick={onClear}>
            Clear
          </button>
        )}
      </div>
    </>
  )
}

function toStatus({ busy, problem, options }: Choices, found: number, drawn: number): string {
  if (problem !== undefined) return problem
  if (busy && options.length === 0) return 'Loading …'
  if (options.length === 0) return 'The backend gave no options.'
  if (found === 0) return 'Nothing found.'
  return found > drawn ? `${drawn} of ${found}; type to narrow` : `${found} of ${options.length}`
}
