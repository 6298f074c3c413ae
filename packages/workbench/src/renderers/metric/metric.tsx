import { Notice } from '../documents/notice.tsx'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { useReports } from '../documents/use-reports.ts'
import type { Renderer } from '../renderer.ts'
import { toCards, type Card } from './to-cards.ts'
import './metric.css'

const mostCards = 500
const signs = { up: '▲', down: '▼', flat: '' } as const
const spoken = { up: 'up', down: 'down', flat: 'unchanged' } as const

/** Shows numbers on cards. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs: 'Cards flow and grow in a way of their own.',
  mount: mountComponent(Metrics),
}

function Metrics({ data, context }: DocumentProps) {
  const { cards, problems } = toCards(data)
  useReports(context, problems)
  if (cards.length === 0 && problems.length > 0) {
    return (
      <Notice title="This is no metric" tone="error">
        {problems[0]!.hint}
      </Notice>
    )
  }
  if (cards.length === 0) return <Notice title="No metrics" />
  return (
    <ul class="metrics">
      {cards.slice(0, mostCards).map((card, index) => (
        <MetricCard key={index} {...card} />
      ))}
      {cards.length > mostCards && <li class="metric">and {cards.length - mostCards} more</li>}
    </ul>
  )
}

function MetricCard({ label, value, delta, trend = 'flat' }: Card) {
  return (
    <li class="metric">
      <span class="metric-label" title={label}>
        {label}
      </span>
      <span class="metric-value">{value}</span>
      {delta !== undefined && (
        <span class={`metric-delta metric-${trend}`}>
          <span aria-hidden="true">{signs[trend]}</span> <span class="spoken">{spoken[trend]}</span>
          {delta}
        </span>
      )}
    </li>
  )
}
