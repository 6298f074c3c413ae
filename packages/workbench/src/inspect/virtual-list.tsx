import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** What a long list is told. */
export interface VirtualListProps<Row> {
  readonly rows: readonly Row[]
  /** Draws one row. It has to be as high as `--row-height`. */
  readonly draw: (row: Row, index: number) => ComponentChildren
  readonly label: string
  /** What stays on top. */
  readonly head?: ComponentChildren
}

/** Rows above and below those that are seen. */
const margin = 8

/** A list of any length: only the rows on the screen are there. */
export function VirtualList<Row>({ rows, draw, label, head }: VirtualListProps<Row>) {
  const element = useRef<HTMLDivElement>(null)
  const scroll = useSignal({ top: 0, height: 400, row: 25 })
  useEffect(() => {
    const host = element.current
    if (host === null) return
    const measure = () => {
      const row = host.querySelector('.inspect-ruler')?.clientHeight
      scroll.value = { top: host.scrollTop, height: host.clientHeight, row: row || 25 }
    }
    const observer = new ResizeObserver(measure)
    observer.observe(host)
    host.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      host.removeEventListener('scroll', measure)
    }
  }, [])
  const { top, height, row } = scroll.value
  const first = Math.max(0, Math.floor(top / row) - margin)
  const last = Math.min(rows.length, Math.ceil((top + height) / row) + margin)
  return (
    <div class="inspect-list" ref={element} role="region" aria-label={label} tabIndex={0}>
      <div class="inspect-ruler" aria-hidden="true" />
      {head}
      <div style={{ height: `${first * row}px` }} />
      {rows.slice(first, last).map((entry, index) => draw(entry, first + index))}
      <div style={{ height: `${Math.max(0, rows.length - last) * row}px` }} />
    </div>
  )
}
