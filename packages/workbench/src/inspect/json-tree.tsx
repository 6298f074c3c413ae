import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { toJsonRows, type JsonRow, type OpenParts } from './json-rows.ts'
import { VirtualList } from './virtual-list.tsx'

const longest = 2000

/** JSON of any size as a tree that opens and closes. */
export function JsonTree({ value, label }: { readonly value: unknown; readonly label: string }) {
  const open = useSignal<OpenParts>(new Map([['', 1]]))
  const rows = useMemo(() => toJsonRows(value, open.value), [value, open.value])
  const toggle = ({ id, hidden }: JsonRow) => {
    const next = new Map(open.value)
    const parent = id.slice(0, id.lastIndexOf('/'))
    if (hidden !== undefined) next.set(parent, (next.get(parent) ?? 1) + 1)
    else if (!next.delete(id)) next.set(id, 1)
    open.value = next
  }
  return (
    <VirtualList
      label={label}
      rows={rows}
      draw={(row) => <Line key={row.id} row={row} isOpen={open.value.has(row.id)} onToggle={() => toggle(row)} />}
    />
  )
}

function Line(props: { readonly row: JsonRow; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { row, isOpen, onToggle } = props
  const indent = { paddingInlineStart: `${row.depth + 0.5}em` }
  if (row.hidden !== undefined) {
    return (
      <button type="button" class="inspect-line" style={indent} onClick={onToggle}>
        {row.hidden.toLocaleString('en')} more
      </button>
    )
  }
  const key = row.key === '' ? null : <b>{row.key}: </b>
  if (row.size === undefined || row.size === 0) {
    return (
      <div class="inspect-line" style={indent}>
        {key}
        <Scalar value={row.value} />
      </div>
    )
  }
  const [opening, closing] = Array.isArray(row.value) ? ['[', ']'] : ['{', '}']
  return (
    <button type="button" class="inspect-line" style={indent} aria-expanded={isOpen} onClick={onToggle}>
      {key}
      <span class="inspect-count">
        {opening}
        {row.size.toLocaleString('en')}
        {closing}
      </span>
    </button>
  )
}

function Scalar({ value }: { readonly value: unknown }) {
  const text = JSON.stringify(value) ?? 'undefined'
  const shown =
    text.length > longest ? `${text.slice(0, longest)}… (${text.length.toLocaleString('en')} characters)` : text
  return <span class={`inspect-value ${value === null ? 'null' : typeof value}`}>{shown}</span>
}
