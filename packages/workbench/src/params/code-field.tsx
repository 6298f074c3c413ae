import { useEffect, useRef, useState } from 'preact/hooks'
import type { CodeEditor } from './code-editor.ts'
import { toFieldText, toLabel, type FieldProps } from './field-props.ts'
import { useDraft } from './use-draft.ts'

/** Code in its language; a plain box until the editor is there. Ctrl or Cmd and Enter sends it, and so does leaving. */
export function CodeField({ param, value, onChange, id, describedBy, invalid }: FieldProps) {
  const place = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<CodeEditor>(undefined)
  const [ready, setReady] = useState(false)
  const committed = toFieldText(value)
  const draft = useDraft(committed, onChange)
  const latest = useRef(draft)
  latest.current = draft

  useEffect(() => {
    let gone = false
    const open = async () => {
      const { createCodeEditor } = await import('./code-editor.ts')
      if (gone || place.current === null) return
      const hadFocus = document.activeElement === box.current
      editor.current = createCodeEditor(place.current, {
        text: latest.current.text,
        language: param.language ?? 'text',
        label: toLabel(param),
        placeholder: param.placeholder ?? '',
        onCommit: () => latest.current.commit(editor.current?.read()),
      })
      setReady(true)
      if (hadFocus) place.current.querySelector<HTMLElement>('.cm-content')?.focus()
    }
    void open()
    return () => {
      gone = true
      editor.current?.destroy()
    }
  }, [param.language])

  useEffect(() => {
    if (editor.current && editor.current.read() !== committed) editor.current.write(committed)
  }, [committed])

  return (
    <div class="param-code" ref={place} title="Ctrl + Enter sends it">
      {!ready && (
        <textarea
          ref={box}
          id={id}
          class="control"
          rows={Math.min(8, draft.text.split('\n').length + 1)}
          value={draft.text}
          placeholder={param.placeholder}
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onInput={(event) => draft.type(event.currentTarget.value)}
          onChange={(event) => draft.commit(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
