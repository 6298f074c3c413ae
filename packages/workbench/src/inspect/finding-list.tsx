import type { Diagnostic } from 'deskwright/spec'
import type { ConnectedBackend } from '../connect/backend-state.ts'
import { findPlace } from './find-place.ts'

const mostShown = 200

/** Findings about documents, each with its place in the JSON and what mends it. */
export function FindingList(props: {
  readonly findings: readonly Diagnostic[]
  readonly received: ConnectedBackend['received']
}) {
  const { findings, received } = props
  if (findings.length === 0) return <p class="inspect-hint">Nothing is wrong with it.</p>
  return (
    <>
      <ul class="inspect-findings">
        {findings.slice(0, mostShown).map((finding, index) => (
          <Finding key={index} finding={finding} received={received} />
        ))}
      </ul>
      {findings.length > mostShown && <p class="inspect-hint">{findings.length - mostShown} more.</p>}
    </>
  )
}

function Finding(props: { readonly finding: Diagnostic; readonly received: ConnectedBackend['received'] }) {
  const { finding, received } = props
  const place = findPlace(finding, received)
  return (
    <li class={finding.severity}>
      <p>
        <b>{finding.severity}</b> {finding.where}
        {finding.path === '' ? '' : <code> {finding.path}</code>} <small>{finding.code}</small>
      </p>
      <p>{finding.message}</p>
      <p class="inspect-fix">Fix: {finding.hint}</p>
      {place !== undefined && (
        <details>
          <summary>
            {place.document} › {place.steps.join(' › ')}
          </summary>
          <pre>{place.excerpt}</pre>
        </details>
      )}
    </li>
  )
}
