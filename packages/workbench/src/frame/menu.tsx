import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

/** One thing that can be chosen in a menu. */
export interface MenuEntry {
  readonly label: string
  /** A second, quieter line. */
  readonly detail?: string
  readonly icon?: IconName
  /** A colour in front of the label. */
  readonly color?: string
  readonly checked?: boolean
  readonly onChoose: () => void
}

/** What a menu is told. */
export interface MenuProps {
  /** Its name for screen readers and as tooltip. */
  readonly label: string
  readonly icon?: IconName
  /** What the button shows instead of a drawing. */
  readonly children?: ComponentChildren
  /** Asked for when it opens. Groups are drawn apart. */
  readonly entries: () => readonly (readonly MenuEntry[])[]
}

/** A button that opens a menu: arrows move, Enter chooses, Escape closes. */
export function Menu({ label, icon = 'dots', children, entries }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const place = () => {
    const from = button.current?.getBoundingClientRect()
    const menu = panel.current
    if (from === undefined || menu === null) return
    const { offsetWidth, offsetHeight } = menu
    const left = Math.max(8, Math.min(from.left, innerWidth - offsetWidth - 8))
    const top =
      from.bottom + 4 + offsetHeight < innerHeight ? from.bottom + 4 : Math.max(8, from.top - offsetHeight - 4)
    menu.style.left = `${left}px`
    menu.style.top = `${top}px`
    menu.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }
  const choose = (entry: MenuEntry) => {
    panel.current?.hidePopover()
    entry.onChoose()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={children === undefined ? 'icon-button' : 'quiet-button'}
        title={label}
        aria-label={children === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
      >
        {children ?? <Icon name={icon} />}
      </button>
      <div
        ref={panel}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={({ newState }) => (newState === 'open' ? place() : setOpen(false))}
        onKeyDown={moveFocus}
      >
        {open &&
          entries()
            .filter((group) => group.length > 0)
            .map((group, index) => (
              <div key={index} class="menu-group" role="group">
                {group.map((entry) => (
                  <button
                    key={entry.label}
                    type="button"
                    role={entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                    aria-checked={entry.checked}
                    tabIndex={-1}
                    onClick={() => choose(entry)}
                  >
                    <span class="menu-mark" style={entry.color === undefined ? undefined : { color: entry.color }}>
                      {entry.color !== undefined && <i class="dot" />}
                      {entry.checked === true && entry.color === undefined && <Icon name="check" />}
                      {entry.icon !== undefined && <Icon name={entry.icon} />}
                    </span>
                    <span>
                      {entry.label}
                      {entry.detail !== undefined && <small>{entry.detail}</small>}
                    </span>
                  </button>
                ))}
              </div>
            ))}
      </div>
    </>
  )
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  items.at(step >= items.length ? 0 : step)?.focus()
}
