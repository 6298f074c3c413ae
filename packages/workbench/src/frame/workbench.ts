import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { AcceptedWidget } from 'deskwright/spec'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ConnectedBackend } from '../connect/backend-state.ts'
import { type Connections, type ConnectionStatus, createConnections } from '../connect/connections.ts'
import { createWorkbenchServer, type SourceProblem, type WorkbenchServer } from '../connect/workbench-server.ts'
import { followSources } from '../inspect/follow-sources.ts'
import { createDeskStore, type DeskStore } from '../desk/desk-store.ts'
import type { RenderProblem } from '../renderers/renderer.ts'
import { type AnswerStore, createAnswerStore } from '../requests/answer-store.ts'
import { type BackendClient, createBackendClient } from '../requests/backend-client.ts'
import { createRequestLog, type RequestLog } from '../requests/request-log.ts'
import type { Carried } from './carry-widget.ts'
import { createPreference } from './preference.ts'
import type { SentText } from './sent-text.ts'
import { createTheme, type Theme } from './theme.ts'

/** A window over the page. */
export type DialogName = 'connect' | 'export' | 'palette' | 'keys'

/** A part of the inspector. */
export type InspectorTab = 'requests' | 'documents' | 'widget' | 'agent'

/** Everything that the page is made of. */
export interface Workbench {
  readonly server: WorkbenchServer
  readonly connections: Connections
  readonly desks: DeskStore
  readonly log: RequestLog
  readonly theme: Theme
  /** Whether the sidebar is open. */
  readonly sidebar: Signal<boolean>
  /** Whether the inspector is open. */
  readonly drawer: Signal<boolean>
  /** Its height, in pixels. */
  readonly drawerHeight: Signal<number>
  /** What is wrong with the sources of the backend, where the page's server follows them. */
  readonly sourceProblem: ReadonlySignal<SourceProblem | undefined>
  readonly dialog: Signal<DialogName | undefined>
  /** Whether the desk on the screen is being given another name. */
  readonly renaming: Signal<boolean>
  /** The widget of the catalogue that a pointer holds. */
  readonly carried: Signal<Carried | undefined>
  /** What widgets sent to the agent, the latest last. */
  readonly sent: Signal<readonly SentText[]>
  /** The part of the inspector that is shown. */
  readonly inspectorTab: Signal<InspectorTab>
  /** The item that the inspector looks at. */
  readonly inspected: Signal<string | undefined>
  /** What renderers found wrong with the data they were given, by the item. */
  readonly reports: Signal<Readonly<Record<string, readonly RenderProblem[]>>>
  /** What was last said to the user. */
  readonly notice: ReadonlySignal<Notice | undefined>
  /** Says something that passes. */
  readonly say: (text: string) => void
  readonly entryOf: (id: string) => ConnectionStatus | undefined
  /** Finds the widget of an item; `undefined` where its backend does not have it. Reading it follows the documents. */
  readonly widgetOf: (item: { readonly backend: string; readonly widget: string }) => AcceptedWidget | undefined
  readonly clientOf: (entry: ConnectionStatus) => BackendClient
  /** The answers of a backend, which are forgotten when its documents are loaded again. */
  readonly answersOf: (entry: ConnectionStatus, backend: ConnectedBackend) => AnswerStore
  readonly createId: () => string
}

/** Something said to the user. */
export interface Notice {
  readonly text: string
  readonly id: number
}

/** Makes the page's state in this browser. */
export function createWorkbench(storage: Storage = localStorage): Workbench {
  const log = createRequestLog()
  const server = createWorkbenchServer()
  const clients = new Map<string, BackendClient>()
  const answers = new WeakMap<ConnectedBackend, AnswerStore>()
  const clientOf = ({ connection }: Pick<ConnectionStatus, 'connection'>) => {
    const key = JSON.stringify(connection)
    const client = clients.get(key) ?? createBackendClient(connection, log)
    clients.set(key, client)
    return client
  }
  const connections = createConnections({
    server,
    storage,
    send: (connection, request, signal) =>
      clientOf({ connection }).send(request, { purpose: 'document' }, { signal, cache: 'no-store' }),
  })
  // `randomUUID` exists on secure pages only; this page is also read over plain HTTP.
  const createId = () =>
    [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const entryOf = (id: string) => connections.entries.value.find(({ connection }) => connection.id === id)
  const notice = signal<Notice>()

  return {
    server,
    connections,
    desks: createDeskStore({ storage, createId }),
    log,
    theme: createTheme(storage),
    sidebar: createPreference(storage, 'sidebar', innerWidth >= 1500),
    drawer: createPreference(storage, 'drawer', false),
    drawerHeight: createPreference(storage, 'drawerHeight', Math.round(innerHeight * 0.4)),
    sourceProblem: followSources(server, connections),
    dialog: signal(),
    renaming: signal(false),
    carried: signal(),
    sent: signal([]),
    inspectorTab: signal('requests'),
    inspected: signal(),
    reports: signal({}),
    notice,
    say(text) {
      notice.value = { text, id: (notice.peek()?.id ?? 0) + 1 }
    },
    entryOf,
    widgetOf: ({ backend, widget }) => entryOf(backend)?.state.value.backend?.widgets[widget],
    clientOf,
    answersOf(entry, backend) {
      const store = answers.get(backend) ?? createAnswerStore(clientOf(entry))
      answers.set(backend, store)
      return store
    },
    createId,
  }
}

const context = createContext<Workbench | undefined>(undefined)

/** Gives the page's state to everything inside. */
export const WorkbenchProvider = context.Provider

/** Takes the page's state. */
export function useWorkbench(): Workbench {
  return useContext(context) as Workbench
}
