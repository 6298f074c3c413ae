import { useComputed } from '@preact/signals'
import type { RequestEntry } from '../requests/request-log.ts'
import { toInitialValues } from '../requests/param-values.ts'
import { toLocalDay } from '../requests/clock.ts'
import { toSentValues } from '../requests/to-sent-values.ts'
import { useWorkbench } from '../frame/workbench.ts'
import { FindingList } from './finding-list.tsx'
import { JsonTree } from './json-tree.tsx'
import { Pairs } from './pairs.tsx'
import { findReasons } from './why-empty.ts'

/** Why the widget that was chosen on the desk shows what it shows. */
export function WidgetPanel() {
  const workbench = useWorkbench()
  const { inspected, desks, log } = workbench
  const item = useComputed(() =>
    desks.desk.value?.tabs.flatMap(({ items }) => items).find(({ id }) => id === inspected.value),
  ).value
  if (item === undefined) return <p class="inspect-hint">Choose Inspect in the menu of a widget.</p>
  const state = workbench.entryOf(item.backend)?.state.value
  const widget = state?.backend?.widgets[item.widget]
  if (state?.backend === undefined || widget === undefined) {
    return <p class="inspect-hint">Its backend does not have the widget "{item.widget}".</p>
  }
  const { received, diagnostics } = state.backend
  const last = log.entries.value.findLast(
    (entry): entry is RequestEntry =>
      entry.kind === 'request' && entry.origin.item === item.id && entry.origin.purpose !== 'options',
  )
  const values = toSentValues(widget, toInitialValues(widget, item.values), toLocalDay(Date.now()))
  const reasons = findReasons({
    widget,
    values,
    ...(last === undefined ? {} : { last: { url: last.request.url, state: last.state.value } }),
  })
  const problems = workbench.reports.value[item.id] ?? []
  const documents = received['widgets.json']?.json as Readonly<Record<string, unknown>> | undefined
  return (
    <div class="inspect-widget" tabIndex={0} role="region" aria-label={`About ${widget.name}`}>
      <section>
        <h3>Why does {widget.name} show what it shows?</h3>
        {problems.length > 0 && (
          <ul class="inspect-findings" aria-label="What the renderer says">
            {problems.map(({ severity, message, hint, path }) => (
              <li key={`${path} ${message}`} class={severity}>
                <p>
                  {path !== undefined && <code>{path}</code>} {message}
                </p>
                {hint !== undefined && <p class="inspect-fix">{hint}</p>}
              </li>
            ))}
          </ul>
        )}
        {reasons.length === 0 && problems.length === 0 ? (
          <p class="inspect-hint">The last answer has data of the expected shape.</p>
        ) : (
          <ul class="inspect-findings">
            {reasons.map(({ message, hint }) => (
              <li key={message} class="warning">
                <p>{message}</p>
                <p class="inspect-fix">{hint}</p>
              </li>
            ))}
          </ul>
        )}
        <Pairs
          title="Values that are sent"
          pairs={Object.entries(values).map(([name, value]) => [name, show(value)])}
        />
      </section>
      <section>
        <h3>Its definition</h3>
        <FindingList
          findings={diagnostics.filter(({ where }) => where === `widget ${JSON.stringify(item.widget)}`)}
          received={received}
        />
        <JsonTree value={documents?.[item.widget]} label="Definition of the widget" />
      </section>
    </div>
  )
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
