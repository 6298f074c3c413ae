import type { Context } from '../define/context.ts'
import type { Reload } from '../define/live-update.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import type { LiveFields } from './row-states.ts'

/** What a subscription gives, one after the other: a row, several, or {@link Reload}. */
export type LiveItem = LiveFields | readonly LiveFields[] | Reload

/** Where updates come from. */
export type LiveSource<Item = LiveItem> = AsyncIterable<Item> | ReadableStream<Item>

/** A live grid, as the hub needs it. */
export interface LivePlan {
  /** `widget "quotes"` */
  readonly where: string
  readonly rowId: readonly string[]
  readonly load: (values: Record<string, unknown>, context: Context) => Awaitable<unknown>
  readonly subscribe: (values: Record<string, unknown>, context: Context) => Awaitable<LiveSource>
  /** Milliseconds between two messages to a client. */
  readonly interval: number
}
