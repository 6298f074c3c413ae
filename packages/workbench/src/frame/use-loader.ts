import { computed, type ReadonlySignal, type Signal, useSignal } from '@preact/signals'
import type { AcceptedWidget } from 'deskwright/spec'
import { useEffect, useMemo } from 'preact/hooks'
import type { ConnectedBackend } from '../connect/backend-state.ts'
import type { ConnectionStatus } from '../connect/connections.ts'
import { type ParamValues, toInitialValues } from '../requests/param-values.ts'
import { createWidgetLoader, type WidgetLoader } from '../requests/widget-loader.ts'
import type { Item } from '../desk/desk.ts'
import { useWorkbench } from './workbench.ts'

/** A widget on the desk with the backend that has it. */
export interface LiveWidget {
  readonly widget: AcceptedWidget
  readonly entry: ConnectionStatus
  readonly backend: ConnectedBackend
}

/** What keeps a widget's data up to date. */
export interface Loading {
  readonly loader: WidgetLoader
  readonly values: ReadonlySignal<ParamValues>
}

/** The values of an item's params, defaults included, as a signal. */
function useValues(item: Item, widget: AcceptedWidget): ReadonlySignal<ParamValues> {
  const placed: Signal<Item['values']> = useSignal(item.values)
  placed.value = item.values
  return useMemo(() => computed(() => toInitialValues(widget, placed.value)), [widget])
}

/** Makes the loader of an item; a new one when the backend's documents were loaded again. */
export function useLoader(item: Item, { widget, entry, backend }: LiveWidget, loadsItself: boolean): Loading {
  const workbench = useWorkbench()
  const values = useValues(item, widget)
  const loader = useMemo(
    () =>
      createWidgetLoader({
        connection: entry.connection,
        widget,
        values,
        theme: workbench.theme.shown,
        store: workbench.answersOf(entry, backend),
        asker: { widget: item.widget, item: item.id },
        loadsItself,
        onRefreshBackend: () => void workbench.connections.reload(entry.connection.id),
      }),
    [entry, backend, widget, loadsItself],
  )
  useEffect(() => () => loader.dispose(), [loader])
  return { loader, values }
}
