import type { Citation } from './read-answer.ts'

/** Shows where an answer comes from. */
export function CitationList({
  citations,
  citable,
}: {
  readonly citations: readonly Citation[]
  readonly citable: boolean
}) {
  if (citations.length === 0) return null
  return (
    <section class="omni-citations" aria-label="Citations">
      <p>
        {citations.length === 1 ? 'One citation' : `${citations.length} citations`}
        {citable && ' · agents may cite the answer itself'}
      </p>
      {citations.map(({ name, origin, facts }, index) => (
        <details key={index}>
          <summary>
            {name}
            {origin !== '' && <span class="omni-origin"> · {origin}</span>}
          </summary>
          <dl>
            {facts.map(([key, value], place) => (
              <div key={place}>
                <dt>{key}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
