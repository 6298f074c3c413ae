import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'

/** Changes what a loader gives, at once or later. What is no function stays, to be found at start. */
export function mapLoad<Arguments extends readonly unknown[], Result>(
  load: (...asked: Arguments) => Awaitable<Result>,
  change: (result: Result) => unknown,
): (...asked: Arguments) => unknown {
  if (typeof load !== 'function') return load
  return (...asked) => {
    const result = load(...asked)
    return isPromise(result) ? result.then(change) : change(result)
  }
}
