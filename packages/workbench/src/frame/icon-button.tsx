import { Icon, type IconName } from './icon.tsx'

/** What an icon button is told. */
export interface IconButtonProps {
  readonly icon: IconName
  /** What it does: its name for screen readers, and its tooltip. */
  readonly label: string
  readonly onClick?: (event: MouseEvent) => void
  /** For switches: whether it is on. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** Coloured as something that waits for the user. */
  readonly urgent?: boolean
}

/** A button that is only a drawing. */
export function IconButton({ icon, label, onClick, pressed, disabled = false, urgent = false }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button${urgent ? ' urgent' : ''}`}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
