import type { ComponentChildren } from 'preact'
import './notice.css'

/** What a notice says, and the button it may have. */
export interface NoticeProps {
  readonly title: string
  readonly tone?: 'empty' | 'error' | 'ask'
  readonly children?: ComponentChildren
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Says in the place of the data why there is none: nothing came, it cannot be shown, or the user is asked first. */
export function Notice({ title, tone = 'empty', children, action }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p class="notice-title">{title}</p>
      {children !== undefined && <p class="notice-text">{children}</p>}
      {action !== undefined && (
        <button type="button" class="document-button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  )
}
