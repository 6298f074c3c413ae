import type { FileOption } from './to-file-requests.ts'
import './file-list.css'

/** The files, and which of them are opened and ticked. */
export interface FileListProps {
  readonly options: readonly FileOption[]
  readonly opened: string | undefined
  readonly open: (value: string) => void
  readonly ticked: ReadonlySet<string>
  readonly setTicked: (ticked: ReadonlySet<string>) => void
}

/** Lists the files of a viewer: press one to open it, tick those that agents may read. */
export function FileList({ options, opened, open, ticked, setTicked }: FileListProps) {
  function toggle(value: string): void {
    const left = new Set(ticked)
    if (!left.delete(value)) left.add(value)
    setTicked(left)
  }
  return (
    <ul class="files-list" aria-label="Files">
      {options.map(({ label, value }) => (
        <li key={value} class={value === opened ? 'files-opened' : ''}>
          <input
            type="checkbox"
            checked={ticked.has(value)}
            aria-label={`Let agents read ${label}`}
            title="Let agents read this file"
            onChange={() => toggle(value)}
          />
          <button type="button" aria-current={value === opened} onClick={() => open(value)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
