import { batch, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals'
import type { AcceptedWidget } from 'deskwright/spec'
import type { RenderProblem } from '../renderers/renderer.ts'
import type { AnswerStore, StoredAnswer } from './answer-store.ts'
import type { Asker } from './backend-client.ts'
import type { BackendRequest } from './backend-request.ts'
import { systemClock, toLocalDay, type Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { toDataRequest } from './data-request.ts'
import { isEmpty } from './is-empty.ts'
import { findNextRefetch, type NextRefetch } from './next-refetch.ts'
import type { ParamValues } from './param-values.ts'
import type { RequestFailure } from './read-answer.ts'
import { toSentValues } from './to-sent-values.ts'
import { toUsefulPart } from './useful-part.ts'
import { weighAnswer } from './weigh-answer.ts'

/** Where a widget's data stands. */
export interface LoadState {
  /** `waiting`: for the run button. `loading`: nothing to show yet. The others say what came last. */
  readonly status: 'waiting' | 'loading' | 'data' | 'empty' | 'error'
  /** Whether a request is under way, also while older data is shown. */
  readonly busy: boolean
  /**
   * What to show: the part of the answer that `dataKey` names; of charts the whole answer, as they look for their part in further
   * places. It stays while newer data is loaded.
   */
  readonly data?: unknown
  /** Said of `data` when it is larger than it should be. */
  readonly heavy?: RenderProblem | undefined
  /** Whether `data` is the answer of the raw view. */
  readonly raw: boolean
  readonly failure?: RequestFailure
  /** When the data came, in milliseconds since 1970. */
  readonly loadedAt?: number
  /** The last request, whatever became of it. */
  readonly request?: BackendRequest
  /** The values that it was made of, as they were sent. */
  readonly values?: ParamValues
}

/** Keeps the data of one widget on the screen up to date. */
export interface WidgetLoader {
  readonly state: ReadonlySignal<LoadState>
  /** Whether the raw view is on; only widgets with `raw` ask for it. */
  readonly raw: Signal<boolean>
  /** Whether values changed since the data was asked for: the run button has something to do. */
  readonly changed: ReadonlySignal<boolean>
  /** When the data is asked for again. */
  readonly next: ReadonlySignal<NextRefetch>
  /** Asks now, however fresh the data is. This is what the run button and the refresh button do. */
  readonly refresh: () => void
  readonly dispose: () => void
}

/** What a loader needs. */
export interface WidgetLoaderOptions {
  readonly connection: Connection
  readonly widget: AcceptedWidget
  readonly values: ReadonlySignal<ParamValues>
  readonly theme: ReadonlySignal<'dark' | 'light'>
  /** Shared by all widgets of the backend. */
  readonly store: AnswerStore
  readonly asker?: Omit<Asker, 'purpose'>
  /** For renderers that load their own data: then only the run button and the times of refetching are kept here. */
  readonly loadsItself?: boolean
  /** Called when an answer says that the backend's documents changed. */
  readonly onRefreshBackend?: () => void
  readonly clock?: Clock
}

/** Milliseconds until data is stale, unless the widget says otherwise. */
const usualStaleTime = { chart: 900_000, other: 300_000 }

/** Creates the loader; it asks at once, unless the widget has a run button. */
export function createWidgetLoader(options: WidgetLoaderOptions): WidgetLoader {
  const { connection, widget, values, theme, store, loadsItself = false, clock = systemClock } = options
  const asker: Asker = { ...options.asker, purpose: 'data' }
  const onDemand = widget.runButton === true
  const raw = signal(false)
  const state = signal<LoadState>({ status: onDemand ? 'waiting' : 'loading', busy: false, raw: false })
  const changed = signal(false)
  const next = signal<NextRefetch>({})
  let asking: AbortController | undefined
  let asked: string | undefined
  let cancelRefetch = () => {}
  let disposed = false

  const toValues = () => toSentValues(widget, values.value, toLocalDay(clock.now()))
  const toRequest = () =>
    toDataRequest(connection, widget, {
      values: values.value,
      theme: theme.value,
      raw: raw.value,
      now: toLocalDay(clock.now()),
    })

  // Sockets are told all values, also those that this request does not show; and so are renderers that ask by themselves.
  const showsAll = !loadsItself && widget.type !== 'live_grid'
  const toKey = ({ method, url, body }: BackendRequest) =>
    JSON.stringify([method, url, body, showsAll ? undefined : toValues()])

  const settle = (answer: StoredAnswer, asked: Pick<LoadState, 'request' | 'values'>, isRaw: boolean) => {
    if (!answer.ok) {
      const { data: shown, heavy, loadedAt, raw: wasRaw } = state.peek()
      const kept = loadedAt === undefined || wasRaw !== isRaw ? {} : { data: shown, heavy, loadedAt }
      state.value = { status: 'error', busy: false, raw: isRaw, failure: answer.failure, ...asked, ...kept }
      return
    }
    const part = toUsefulPart(answer.data, widget.data?.dataKey)
    const data = widget.type.startsWith('chart') ? answer.data : part
    const status = isEmpty(part) && !awaitsRows(widget, part) ? 'empty' : 'data'
    const heavy = weighAnswer(answer.size, part)
    state.value = { status, busy: false, data, heavy, raw: isRaw, loadedAt: answer.at, ...asked }
    if (asksForRefresh(answer.data)) options.onRefreshBackend?.()
  }

  const load = async (request: BackendRequest, maxAge: number): Promise<void> => {
    asking?.abort()
    cancelRefetch()
    asked = untracked(() => toKey(request))
    const isRaw = raw.peek()
    const about = { request, values: untracked(toValues) }
    const mine = (asking = new AbortController())
    if (loadsItself) {
      state.value = { status: 'data', busy: false, raw: isRaw, loadedAt: clock.now(), ...about }
    } else {
      const { status, ...shown } = state.peek()
      const again = status === 'data' || status === 'empty' ? status : 'loading'
      state.value = { ...shown, status: again, busy: true, ...about }
      const answer = await store.load(request, { asker, maxAge, signal: mine.signal }).catch(() => undefined)
      if (answer === undefined || mine.signal.aborted) return
      settle(answer, about, isRaw)
    }
    await schedule(mine.signal)
  }

  const schedule = async (signal: AbortSignal): Promise<void> => {
    if (onDemand || widget.type === 'ssrm_table') return
    const found = await findNextRefetch(widget.refetchInterval, clock.now())
    if (signal.aborted || disposed) return
    next.value = found
    if (found.at !== undefined) cancelRefetch = clock.after(found.at - clock.now(), refresh)
  }

  const refresh = () => {
    batch(() => {
      changed.value = false
      void load(toRequest(), 0)
    })
  }

  const stop = effect(() => {
    const request = toRequest()
    const differs = toKey(request) !== asked
    if (!onDemand && differs) void load(request, toStaleTime(widget))
    else changed.value = differs
  })

  return {
    state,
    raw,
    changed,
    next,
    refresh,
    dispose: () => {
      disposed = true
      stop()
      cancelRefetch()
      asking?.abort()
    },
  }
}

/** No rows are a good start for a live grid: its socket brings them. */
function awaitsRows({ type }: AcceptedWidget, part: unknown): boolean {
  return type === 'live_grid' && Array.isArray(part)
}

function toStaleTime({ staleTime, type }: AcceptedWidget): number {
  if (staleTime === false) return Number.POSITIVE_INFINITY
  return staleTime ?? (type.startsWith('chart') ? usualStaleTime.chart : usualStaleTime.other)
}

function asksForRefresh(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refreshBackend' in answer && Boolean(answer.refreshBackend)
}
