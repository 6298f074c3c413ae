import { useState } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { useReports } from '../documents/use-reports.ts'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import { toText } from '../markdown/to-text.ts'
import type { Renderer } from '../renderer.ts'
import './note.css'

/** Shows a note that can be changed. */
export const renderer: Renderer = {
  fidelity: 'stand-in',
  differs:
    'Workspace edits rich text and keeps it; here a note is Markdown, and what was written is gone when the page is closed.',
  mount: mountComponent(Note),
}

function Note({ data, context }: DocumentProps) {
  const { text: sent, problems } = toText(data)
  useReports(context, problems)
  const [written, setWritten] = useState<string>()
  const [editing, setEditing] = useState(false)
  const text = written ?? sent
  return (
    <div class="note">
      <div class="note-bar">
        {written !== undefined && written !== sent && (
          <button type="button" class="document-button" onClick={() => setWritten(undefined)}>
            Back to what was sent
          </button>
        )}
        <button type="button" class="document-button" onClick={() => setEditing(!editing)}>
          {editing ? 'Done' : 'Edit'}
        </button>
      </div>
      {editing ? (
        <textarea
          class="note-text"
          aria-label="Note, in Markdown"
          value={text}
          ref={(area) => area?.focus()}
          onInput={({ currentTarget }) => setWritten(currentTarget.value)}
          onKeyDown={({ key }) => void (key === 'Escape' && setEditing(false))}
        />
      ) : (
        <div class="document-page" tabIndex={0}>
          <MarkdownText text={text === '' ? '*An empty note.*' : text} context={context} />
        </div>
      )}
    </div>
  )
}
