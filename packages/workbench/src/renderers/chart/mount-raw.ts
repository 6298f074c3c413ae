import type { Mounted, RenderContext } from '../renderer.ts'
import { valueAtKey } from './value-at-key.ts'

/** Shows the rows that a chart answers to `raw=true`, as a table. What is no rows is shown as it came. */
export async function mountRaw(ground: HTMLElement, answer: unknown, context: RenderContext): Promise<Mounted> {
  const { renderers } = await import('../renderers.ts')
  const table = renderers.table
  if (table !== undefined && isRows(answer, context)) {
    const { renderer } = await table()
    // What is arranged in the raw rows is no state of the chart.
    return renderer.mount(ground, answer, { ...context, state: {}, keepState: () => {} })
  }

  const text = document.createElement('pre')
  Object.assign(text.style, { height: '100%', margin: '0', padding: 'var(--space-4)', overflow: 'auto' })
  text.tabIndex = 0
  ground.replaceChildren(text)
  const mounted = {
    update(next: unknown, current: RenderContext) {
      text.textContent = (JSON.stringify(next, undefined, 2) ?? '').slice(0, 200_000)
      if (isRows(next, current)) return
      current.report({
        severity: 'warning',
        message: 'The answer to raw=true is not rows.',
        hint: 'Answer an array of flat objects when the query has raw=true, or take raw from the widget.',
      })
    },
    destroy: () => text.remove(),
  }
  mounted.update(answer, context)
  return mounted
}

function isRows(answer: unknown, { widget }: RenderContext): boolean {
  return Array.isArray(valueAtKey(answer, widget.data?.dataKey))
}
