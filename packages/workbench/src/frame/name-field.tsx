import { useLayoutEffect, useRef } from 'preact/hooks'

interface NameFieldProps {
  /** What it says to screen readers. */
  readonly label: string
  readonly name: string
  readonly onDone: (name: string) => void
}

/** Takes another name: Enter or leaving it keeps it, Escape does not. The keyboard goes back to where it was. */
export function NameField({ label, name, onDone }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  // Before the next key can come: it belongs to the name.
  useLayoutEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    field.current?.select()
    return () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
      })
  }, [])
  return (
    <input
      ref={field}
      class="name-field"
      aria-label={label}
      defaultValue={name}
      onBlur={({ currentTarget }) => onDone(currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') event.currentTarget.value = name
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
