import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import { python } from '@codemirror/lang-python'
import { sql } from '@codemirror/lang-sql'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
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

/** The colours of what is written, those of the page's theme. */
const ink = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], color: 'var(--info)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.character], color: 'var(--positive)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.escape], color: 'var(--warning)' },
  { tag: [tags.propertyName, tags.attributeName, tags.labelName], color: 'var(--accent-strong)' },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.name)], color: 'var(--link)' },
  { tag: [tags.function(tags.variableName), tags.definition(tags.variableName)], color: 'var(--text-strong)' },
  { tag: [tags.operator, tags.punctuation, tags.bracket, tags.meta], color: 'var(--text-muted)' },
  { tag: [tags.comment], color: 'var(--text-muted)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--negative)' },
])

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
        syntaxHighlighting(ink),
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
