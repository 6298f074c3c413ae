import type { WireWidget } from 'deskwright/spec'

/** How closely a renderer shows what Workspace shows. */
export type Fidelity = 'exact' | 'close' | 'stand-in'

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
  /** Hands text to the agents' panel. */
  sendToAgent(text: string): void
  /** Tells the inspector and the widget's frame what is wrong with the data. */
  report(problem: RenderProblem): void
}

/** What is asked of a backend. */
export interface RenderRequest {
  readonly method?: 'GET' | 'POST'
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Something wrong with data, and what to do. */
export interface RenderProblem {
  readonly severity: 'error' | 'warning' | 'advice'
  readonly message: string
  readonly hint?: string
  /** Where in the answer: `[3].price`. */
  readonly path?: string
}

/** A widget on the screen. */
export interface Mounted {
  /** Shows other data, or the same in another theme, without losing what the user did where that is possible. */
  update(data: unknown, context: RenderContext): void
  /** Tells that the element has another size. */
  resize?(): void
  /** Writes what is on the screen as a file: the table as CSV. Absent when there is nothing to export. */
  toCsv?(): string
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
