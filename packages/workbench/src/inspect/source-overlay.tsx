import type { ReadonlySignal } from '@preact/signals'
import type { SourceProblem } from '../connect/workbench-server.ts'
import './overlay.css'

/** What is wrong with the sources of the backend; it goes when that is mended. */
export function SourceOverlay({ problem }: { readonly problem: ReadonlySignal<SourceProblem | undefined> }) {
  const found = problem.value
  if (found === undefined) return null
  const { message, hint, place, excerpt = [], diagnostics = [] } = found
  const line = Number(/:(\d+)(?::\d+)?$/.exec(place ?? '')?.[1])
  return (
    <div class="source-overlay" role="alertdialog" aria-labelledby="source-overlay-title" aria-live="assertive">
      <div class="source-problem">
        <h2 id="source-overlay-title">The newest version of the backend is not served</h2>
        <p class="source-message">{message}</p>
        {place !== undefined && <p class="source-place">{place}</p>}
        {excerpt.length > 0 && (
          <pre>
            {excerpt.map(({ line: number, text }) => (
              <span key={number} class={number === line ? 'here' : ''}>
                {String(number).padStart(5)} │ {text}
                {'\n'}
              </span>
            ))}
          </pre>
        )}
        <p>Fix: {hint}</p>
        {diagnostics.length > 0 && (
          <ul>
            {diagnostics.map(({ severity, where, path, message: text, hint: fix }, index) => (
              <li key={index} class={severity}>
                <b>{severity}</b> {where} <code>{path}</code>
                <br />
                {text} {fix}
              </li>
            ))}
          </ul>
        )}
        <p class="source-note">The last good version stays. This goes away when the source is mended.</p>
      </div>
    </div>
  )
}
