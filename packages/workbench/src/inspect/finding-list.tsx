import type { Diagnostic } from 'deskwright/spec'
import type { ConnectedBackend } from '../connect/backend-state.ts'
import { findPlace } from './find-place.ts'
import { gatherFindings, type Gathered } from './gather-findings.ts'

const mostShown = 200
const fewPlaces = 3
const mostPlaces = 200

/** Findings about documents, each with its places in the JSON and what mends it. */
export function FindingList(props: {
  readonly findings: readonly Diagnostic[]
  readonly received: ConnectedBackend['received']
}) {
  const { findings, received } = props
  if (findings.length === 0) return <p class="inspect-hint">Nothing is wrong with it.</p>
  const gathered = gatherFindings(findings)
  return (
    <>
      <ul class="inspect-findings">
        {gathered.slice(0, mostShown).map((entry, index) => (
          <Finding key={index} entry={entry} received={received} />
        ))}
      </ul>
      {gathered.length > mostShown && <p class="inspect-hint">{gathered.length - mostShown} more.</p>}
    </>
  )
}

function Finding(props: { readonly entry: Gathered; readonly received: ConnectedBackend['received'] }) {
  const { entry, received } = props
  const { severity, code, message, hint, findings } = entry
  const [first] = findings
  return (
    <li class={severity}>
      <p>
        <b>{severity}</b> {findings.length === 1 ? first?.where : listPlaces(findings)}
        {findings.length > 1 || first?.path === '' ? '' : <code> {first?.path}</code>} <small>{code}</small>
      </p>
      <p>{message}</p>
      <p class="inspect-fix">Fix: {hint}</p>
      {findings.length > fewPlaces ? (
        <details>
          <summary>{findings.length} places</summary>
          <Places findings={findings} received={received} />
        </details>
      ) : (
        <Places findings={findings} received={received} />
      )}
    </li>
  )
}

function listPlaces(findings: readonly Diagnostic[]): string {
  const names = [...new Set(findings.map(({ where }) => where))]
  return names.length > fewPlaces ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ')
}

function Places(props: { readonly findings: readonly Diagnostic[]; readonly received: ConnectedBackend['received'] }) {
  const { findings, received } = props
  return (
    <>
      {findings.slice(0, mostPlaces).map((finding, index) => (
        <Place key={index} finding={finding} received={received} />
      ))}
      {findings.length > mostPlaces && <p>{findings.length - mostPlaces} more.</p>}
    </>
  )
}

function Place(props: { readonly finding: Diagnostic; readonly received: ConnectedBackend['received'] }) {
  const place = findPlace(props.finding, props.received)
  if (place === undefined) return null
  return (
    <details>
      <summary>
        {place.document} › {place.steps.join(' › ')}
      </summary>
      <pre>{place.excerpt}</pre>
    </details>
  )
}
