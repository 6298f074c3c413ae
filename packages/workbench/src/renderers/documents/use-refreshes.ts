import { useRef } from 'preact/hooks'
import type { RenderContext } from '../renderer.ts'

/** Milliseconds: what comes so soon after other values is the same news told twice. */
const echo = 250

/**
 * Counts how often a renderer that loads its own data was told to load it again: it is given the same values in the same look. Use the
 * count as a dependency of an effect.
 */
export function useRefreshes(context: RenderContext): number {
  const { values, theme, raw } = context
  const key = JSON.stringify([values, theme, raw])
  const last = useRef({ context, key, at: performance.now(), count: 0 })
  if (context === last.current.context) return last.current.count
  const isSame = key === last.current.key
  const isRefresh = isSame && performance.now() - last.current.at > echo
  last.current = {
    context,
    key,
    at: isSame ? last.current.at : performance.now(),
    count: last.current.count + (isRefresh ? 1 : 0),
  }
  return last.current.count
}
