import { Icon } from './icon.tsx'

/** What stands where a widget's content would be. */
export interface StatePanelProps {
  readonly kind: 'loading' | 'waiting' | 'empty' | 'failed' | 'missing'
  readonly title?: string
  readonly text?: string
  /** What to do about it. */
  readonly hint?: string
  readonly actions?: readonly { readonly label: string; readonly onChoose: () => void }[]
}

const icons = { waiting: 'play', empty: 'empty', failed: 'failed', missing: 'help' } as const

/** Says why there is nothing to see, and what to do. */
export function StatePanel({ kind, title, text, hint, actions = [] }: StatePanelProps) {
  if (kind === 'loading') {
    return (
      <div class="state-panel loading" role="status">
        <span class="spoken">Loading</span>
      </div>
    )
  }
  return (
    <div class={`state-panel ${kind}`} role={kind === 'failed' ? 'alert' : 'status'} tabIndex={0}>
      <Icon name={icons[kind]} />
      {title !== undefined && <strong>{title}</strong>}
      {text !== undefined && <p>{text}</p>}
      {hint !== undefined && <p class="hint">{hint}</p>}
      {actions.length > 0 && (
        <div class="actions">
          {actions.map(({ label, onChoose }) => (
            <button key={label} type="button" class="button" onClick={onChoose}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
