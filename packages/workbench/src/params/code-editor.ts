import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import { python } from '@codemirror/lang-python'
import { sql } from '@codemirror/lang-sql'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import type { Language } from 'deskwright/spec'

/** An editor on the page. */
export interface CodeEditor {
  readonly read: () => string
  readonly write: (text: string) => void
  readonly destroy: () => void
}

/** What an editor starts with. */
export interface CodeEditorOptions {
  readonly text: string
  readonly language: Language
  readonly label: string
  readonly placeholder: string
  /** Called when the text is to be sent: Ctrl or Cmd and Enter, or the focus leaves. */
  readonly onCommit: () => void
}

/** The languages that are coloured; the others are plain text. */
const grammars: Readonly<Partial<Record<Language, () => Extension>>> = { javascript, json, python, sql }

const look = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'var(--surface-sunken)', fontSize: 'var(--text-small)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'var(--font-mono)', caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface-sunken)', color: 'var(--text-faint)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--surface-hover)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--accent-soft) !important' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-placeholder': { color: 'var(--text-faint)' },
})

/** Puts a code editor into an element. */
export function createCodeEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const { text, language, label, onCommit } = options
  const send = Prec.highest(
    keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          onCommit()
          return true
        },
      },
    ]),
  )
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        send,
        basicSetup,
        grammars[language]?.() ?? [],
        look,
        placeholder(options.placeholder),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.domEventHandlers({ blur: onCommit }),
      ],
    }),
  })
  return {
    read: () => view.state.doc.toString(),
    write: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    destroy: () => view.destroy(),
  }
}
