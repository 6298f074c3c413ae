import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { type Command, findCommands, toCommands } from './commands.ts'
import { useWorkbench } from './workbench.ts'

/** How many commands are shown at once. */
const most = 60

/** Everything that can be done, found by typing. Arrows choose, Enter does it, Escape closes. */
export function Palette() {
  const workbench = useWorkbench()
  const element = useRef<HTMLDialogElement>(null)
  const text = useSignal('')
  const at = useSignal(0)
  const found = findCommands(toCommands(workbench), text.value).slice(0, most)
  const close = () => (workbench.dialog.value = undefined)
  // Before the next key can come: it belongs to the dialog.
  useLayoutEffect(() => element.current?.showModal(), [])
  useEffect(() => {
    element.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })

  const run = (command: Command | undefined) => {
    close()
    command?.run()
  }
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) at.value = (at.value + step + found.length) % Math.max(found.length, 1)
    else if (event.key === 'Enter') run(found[at.value])
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={element}
      class="palette"
      aria-label="Commands"
      onClose={close}
      onClick={({ target }) => target === element.current && close()}
    >
      <input
        type="text"
        autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found.length === 0 ? undefined : `command-${at.value}`}
        aria-label="Find a widget, an app, a command"
        placeholder="Find a widget, an app, a command"
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
          at.value = 0
        }}
        onKeyDown={press}
      />
      <ul id="palette-list" role="listbox" aria-label="Commands">
        {found.map((command, index) => (
          <li
            key={`${command.kind} ${command.label} ${index}`}
            id={`command-${index}`}
            role="option"
            aria-selected={index === at.value}
            onPointerMove={() => (at.value = index)}
            onClick={() => run(command)}
          >
            <small class="kind">{command.kind}</small>
            <span>{command.label}</span>
            <small>{command.detail}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="hint">Nothing fits.</p>}
    </dialog>
  )
}
