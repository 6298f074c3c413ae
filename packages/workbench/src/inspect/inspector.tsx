import { useEffect } from 'preact/hooks'
import { type InspectorTab, useWorkbench } from '../frame/workbench.ts'
import { AgentPanel } from './agent-panel.tsx'
import { DocumentsPanel } from './documents-panel.tsx'
import './inspect.css'
import { RequestsPanel } from './requests-panel.tsx'
import { WidgetPanel } from './widget-panel.tsx'

const tabs = { requests: 'Requests', documents: 'Documents', widget: 'Widget', agent: 'Sent to the agent' } as const

/** The inspector: every request, what is wrong with the documents, and why a widget shows what it shows. */
export function Inspector() {
  const { inspected, inspectorTab: tab, drawer, log, connections, sent } = useWorkbench()
  useEffect(() => {
    if (inspected.value !== undefined) tab.value = 'widget'
  }, [inspected.value])
  const problems = connections.entries.value.reduce((sum, { state }) => {
    const { status, backend } = state.value
    return sum + (status === 'failed' ? 1 : 0) + (backend?.diagnostics.length ?? 0)
  }, 0)
  const counts = { requests: log.entries.value.length, documents: problems, widget: 0, agent: sent.value.length }
  const close = () => {
    drawer.value = false
    inspected.value = undefined
  }
  return (
    <section class="inspector" aria-label="Inspector">
      <header class="inspect-tabs">
        <div role="tablist" aria-label="Inspector">
          {(Object.entries(tabs) as [InspectorTab, string][]).map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`inspect-tab-${name}`}
              aria-selected={tab.value === name}
              aria-controls="inspect-panel"
              onClick={() => (tab.value = name)}
            >
              {label}
              {counts[name] > 0 && <small>{counts[name]}</small>}
            </button>
          ))}
        </div>
        <button type="button" class="inspect-button" aria-label="Close the inspector" onClick={close}>
          ✕
        </button>
      </header>
      <div id="inspect-panel" class="inspect-panel" role="tabpanel" aria-labelledby={`inspect-tab-${tab.value}`}>
        {tab.value === 'requests' && <RequestsPanel />}
        {tab.value === 'documents' && <DocumentsPanel />}
        {tab.value === 'widget' && <WidgetPanel />}
        {tab.value === 'agent' && <AgentPanel />}
      </div>
    </section>
  )
}
