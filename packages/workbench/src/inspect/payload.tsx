import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { KeptBody } from '../requests/kept-body.ts'
import { JsonTable } from './json-table.tsx'
import { JsonTree } from './json-tree.tsx'
import { toTable } from './table-of.ts'
import { toSize } from './to-size.ts'

type View = 'tree' | 'table' | 'text'

/** Characters of plain text that are shown at once. */
const piece = 20_000

/** The body of an answer: as a tree, as a table where it has rows, and as text. */
export function Payload({ body }: { readonly body: KeptBody }) {
  const json = useMemo(() => parse(body.text), [body])
  const table = useMemo(() => toTable(json), [json])
  const chosen = useSignal<View>('tree')
  const views: readonly View[] = [
    ...(json === undefined ? [] : (['tree'] as const)),
    ...(table === undefined ? [] : (['table'] as const)),
    'text',
  ]
  const view = views.includes(chosen.value) ? chosen.value : (views[0] ?? 'text')
  return (
    <section class="inspect-payload" aria-label="Payload">
      <header>
        <span class="inspect-segments" role="group" aria-label="Show the payload as">
          {views.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => (chosen.value = name)}>
              {name}
            </button>
          ))}
        </span>
        <small>
          {toSize(body.bytes)}
          {table === undefined ? '' : ` · ${table.rows.length.toLocaleString('en')} rows`}
          {body.cut && ` · only the first ${toSize(body.text.length)} are kept`}
        </small>
      </header>
      {view === 'tree' && <JsonTree value={json} label="Payload as a tree" />}
      {view === 'table' && table !== undefined && <JsonTable table={table} label="Payload as a table" />}
      {view === 'text' && <PlainText text={body.text} />}
    </section>
  )
}

function PlainText({ text }: { readonly text: string }) {
  const pieces = useSignal(1)
  const shown = text.slice(0, pieces.value * piece)
  return (
    <div class="inspect-list" role="region" aria-label="Payload as text" tabIndex={0}>
      <pre>{shown}</pre>
      {shown.length < text.length && (
        <button type="button" class="inspect-line" onClick={() => (pieces.value += 1)}>
          {(text.length - shown.length).toLocaleString('en')} more characters
        </button>
      )}
    </div>
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
