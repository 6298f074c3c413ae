import { addNewer, addOlder, startHistory, toNewerRequest, toOlderRequest, type BarHistory } from './bar-history.ts'
import type { Bar } from './bar.ts'
import { DatafeedFailure, type Datafeed } from './datafeed.ts'
import type { RenderProblem } from '../renderer.ts'

/** What a feed of bars tells. */
export interface BarFeedEvents {
  /** All bars there are. */
  onBars(bars: readonly Bar[]): void
  /** Why the last request brought nothing; nothing when it did. */
  onState(state: { readonly failure?: string; readonly loading: boolean; readonly complete: boolean }): void
  report(problem: RenderProblem): void
}

/** The bars of one symbol in one resolution. */
export interface BarFeed {
  /** Loads the page before the oldest bar; one at a time. */
  loadOlder(): Promise<void>
  /** Loads what has happened since the newest bar. */
  loadNewer(): Promise<void>
  stop(): void
}

/** How bars are asked for. */
export interface BarFeedOptions {
  readonly symbol: string
  readonly resolution: string
  /** Seconds of one bar. */
  readonly step: number
  /** Unix seconds of the backend's clock. */
  readonly now: () => number
}

/** Requests without an older bar in a row, after which a scroll has to ask again. */
const patience = 6

/** Keeps the bars of a symbol: pages back on demand, the newest ones when asked. */
export function createBarFeed(datafeed: Datafeed, options: BarFeedOptions, events: BarFeedEvents): BarFeed {
  const { symbol, resolution, step, now } = options
  const controller = new AbortController()
  const { signal } = controller
  const reported = new Set<string>()
  let history: BarHistory = startHistory(step, now())
  let older: Promise<void> | undefined
  let newer: Promise<void> | undefined

  async function load(request: ReturnType<typeof toOlderRequest>) {
    const reading = await datafeed.bars(symbol, resolution, request, signal)
    for (const problem of reading.problems) {
      if (!reported.has(problem.message)) events.report(problem)
      reported.add(problem.message)
    }
    if ('failure' in reading) throw new DatafeedFailure(reading.failure)
    return reading
  }

  async function guard(work: () => Promise<void>): Promise<void> {
    events.onState({ loading: true, complete: history.complete })
    try {
      await work()
      if (!signal.aborted) events.onState({ loading: false, complete: history.complete })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof DatafeedFailure)) throw error
      if (!reported.has(error.message)) events.report({ severity: 'error', message: error.message })
      reported.add(error.message)
      events.onState({ failure: error.message, loading: false, complete: history.complete })
    }
  }

  return {
    async loadOlder() {
      if (history.complete) return
      older ??= guard(async () => {
        const before = history.bars.length
        for (let turn = 0; turn < patience && history.bars.length === before && !history.complete; turn++) {
          const request = toOlderRequest(history)
          history = addOlder(history, request, await load(request))
        }
        if (!signal.aborted) events.onBars(history.bars)
      }).finally(() => (older = undefined))
      await older
    },
    async loadNewer() {
      newer ??= guard(async () => {
        const { bars } = await load(toNewerRequest(history, now()))
        if (signal.aborted || bars.length === 0) return
        history = addNewer(history, bars)
        events.onBars(history.bars)
      }).finally(() => (newer = undefined))
      await newer
    },
    stop: () => controller.abort(),
  }
}
