import type { WireState, WireWidget } from 'deskwright/spec'

/** How closely a renderer shows what Workspace shows. */
export type Fidelity = 'exact' | 'close' | 'stand-in'

/** What a place on a desk keeps of its widget beside params, as apps have it: the view of a table, a note's text. */
export type WidgetState = Omit<WireState, 'params'>

/** What a renderer is given beside the data. */
export interface RenderContext {
  /** The widget as its document describes it. */
  readonly widget: WireWidget
  readonly theme: 'dark' | 'light'
  /** Whether the raw view was asked for. */
  readonly raw: boolean
  /** The params' values as they are sent, by param name. */
  readonly values: Readonly<Record<string, unknown>>
  /** Sets params of this widget, and so of its group: clicks on cells, messages from pages. */
  setValues(values: Readonly<Record<string, unknown>>): void
  /** What the place keeps: from its app, or from what was told by `keepState`. Read it when mounting; later it is what was told. */
  readonly state: WidgetState
  /** Keeps what the user arranged, over reloads and in exported apps. Keys that are absent stay; those that are `undefined` go. */
  keepState(changed: { readonly [Key in keyof WidgetState]?: WidgetState[Key] | undefined }): void
  /** Asks the backend; the connection's headers are added and the inspector sees it. Paths are relative to the backend. */
  request(path: string, options?: RenderRequest): Promise<Response>
  /** The URL that `request` would ask, for what the browser loads by itself: pages in frames, pictures. */
  toUrl(path: string, query?: Readonly<Record<string, unknown>>): string
  /** The headers that the user gave the connection. Embedded pages of the widget's own origin are told them. */
  readonly headers: Readonly<Record<string, string>>
  /** Opens a socket of the backend; the inspector sees its messages. */
  connect(path: string): WebSocket
  /** Loads the data again. */
  refresh(): void
  /** Hands text to the agents' panel; to the agent of this id, where one is named. */
  sendToAgent(text: string, agentId?: string): void
  /** Tells the inspector and the widget's frame what is wrong with the data. */
  report(problem: RenderProblem): void
}

/** What is asked of a backend. */
export interface RenderRequest {
  readonly method?: 'GET' | 'POST'
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Waits for as long as it takes; else a backend that says nothing for a minute is given up. */
  readonly isPatient?: boolean
}

/** Something wrong with data, and what to do. */
export interface RenderProblem {
  readonly severity: 'error' | 'warning' | 'advice'
  readonly message: string
  readonly hint?: string
  /** Where in the answer: `[3].price`. */
  readonly path?: string
}

/** Something a widget offers in its menu. */
export interface RenderAction {
  readonly label: string
  readonly run: () => void
}

/** A widget on the screen. */
export interface Mounted {
  /** Shows other data, or the same in another theme, without losing what the user did where that is possible. */
  update(data: unknown, context: RenderContext): void
  /** Tells that the element has another size. */
  resize?(): void
  /** Writes what is on the screen as a file: the table as CSV. Absent when there is nothing to export. */
  toCsv?(): string
  /** What the menu of the widget offers besides; none when it is absent. */
  readonly actions?: readonly RenderAction[]
  destroy(): void
}

/** Shows the data of one widget type. Each type is one folder that exports `renderer`, loaded when a widget needs it. */
export interface Renderer {
  readonly fidelity: Fidelity
  /** What differs from Workspace, in a sentence; for the table of the documentation. */
  readonly differs: string
  /** Whether it loads its own data instead of getting it: sockets, pages, datafeeds, paged tables. Then `data` is `undefined`. */
  readonly loadsItself?: true
  /** Shows data in an element that has its final size. Throws nothing: what it cannot show it reports and says in the element. */
  mount(element: HTMLElement, data: unknown, context: RenderContext): Mounted
}
