import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** Data that is fetched again before it is stale is never marked as stale. */
export const staleTimeLong: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const { staleTime, refetchInterval } = widget
    if (typeof staleTime !== 'number' || typeof refetchInterval !== 'number' || staleTime <= refetchInterval) continue
    yield diagnose('warning', 'stale-time-long', { where, path: 'staleTime' }, { staleTime, refetchInterval })
  }
}
