import { signal } from '@preact/signals'
import { readWidgets, type WireValue } from 'deskwright/spec'
import { render } from 'preact'
import { createAnswerStore } from '../requests/answer-store.ts'
import { createBackendClient } from '../requests/backend-client.ts'
import type { ConnectionEntry } from '../requests/connection.ts'
import { toInitialValues, type ParamValues } from '../requests/param-values.ts'
import { createRequestLog } from '../requests/request-log.ts'
import { createWidgetLoader } from '../requests/widget-loader.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import { ParamBar } from './param-bar.tsx'

/** What the bare page shows. */
export interface ParamsHarnessOptions {
  readonly base: string
  readonly widget: string
  readonly values?: Readonly<Record<string, WireValue>>
  readonly entries?: readonly ConnectionEntry[]
  readonly theme?: 'dark' | 'light'
}

declare global {
  interface Window {
    /** Shows the params of one widget of a backend, and loads its data as they say. */
    mountParams(options: ParamsHarnessOptions): Promise<void>
    /** Sets values from outside, as a group does. */
    setParams(values: ParamValues): void
    readParams(): ParamValues
  }
}

const page = document.getElementById('page') as HTMLElement

window.mountParams = async ({ base, widget: id, values: placed, entries = [], theme = 'dark' }) => {
  document.documentElement.dataset['theme'] = theme
  const connection = { id: base, name: 'Test', url: base, entries }
  const client = createBackendClient(connection, createRequestLog())
  const answer = await client.request('widgets.json', {}, { purpose: 'document' })
  const widget = readWidgets(await answer.json()).document?.[id]
  if (widget === undefined) throw new TypeError(`There is no widget ${id}`)
  const values = signal<ParamValues>(toInitialValues(widget, placed))
  const store = createAnswerStore(client)
  const loader = createWidgetLoader({ connection, widget, values, theme: signal(theme), store })
  window.setParams = (changed) => {
    values.value = { ...values.value, ...changed }
  }
  window.readParams = () => values.value

  function Harness() {
    const { status, data, failure } = loader.state.value
    return (
      <>
        <ParamBar
          host={{ widget: widget!, client, store, asker: { widget: id } }}
          values={values.value}
          onChange={(changed) => window.setParams(changed)}
          onSent={loader.refresh}
          colorOf={(name) => (name === 'desk' ? 'var(--group-1)' : undefined)}
        />
        <button type="button" onClick={loader.refresh}>
          Refresh
        </button>
        <output data-status={status} data-widget={id}>
          {failure?.message ?? JSON.stringify(data)}
        </output>
      </>
    )
  }
  render(<Harness />, page)
}
