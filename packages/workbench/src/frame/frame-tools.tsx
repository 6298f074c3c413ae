import { useSignal } from '@preact/signals'
import type { AcceptedWidget } from 'deskwright/spec'
import { useEffect } from 'preact/hooks'
import type { RenderProblem } from '../renderers/renderer.ts'
import { findNextRefetch } from '../requests/next-refetch.ts'
import type { WidgetLoader } from '../requests/widget-loader.ts'
import { IconButton } from './icon-button.tsx'
import { toAge } from './to-age.ts'

interface FrameToolsProps {
  readonly widget: AcceptedWidget
  readonly loader: WidgetLoader
  readonly problems: readonly RenderProblem[]
  readonly onInspect: () => void
}

/** What a widget's title offers: problems, the raw view, the run button, and how old the data is. */
export function FrameTools({ widget, loader, problems, onInspect }: FrameToolsProps) {
  const { loadedAt, busy } = loader.state.value
  const stale = useStale(widget, loadedAt)
  const next = loader.next.value
  const update = useNextUpdate(widget.dataUpdateDisplay)
  const nextText = next.at === undefined ? (next.problem ?? '') : `next ${new Date(next.at).toLocaleTimeString()}`
  const label = ['Refresh', loadedAt === undefined ? '' : `data of ${toAge(loadedAt)}`, nextText, update]
    .filter((part) => part !== '')
    .join(' · ')
  return (
    <>
      {problems.length > 0 && (
        <IconButton
          icon="failed"
          label={`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: ${problems[0]?.message}`}
          urgent={problems.some(({ severity }) => severity !== 'advice')}
          onClick={onInspect}
        />
      )}
      {widget.raw === true && (
        <IconButton
          icon="raw"
          label="Raw data"
          pressed={loader.raw.value}
          onClick={() => (loader.raw.value = !loader.raw.value)}
        />
      )}
      {widget.runButton === true && (
        <button
          type="button"
          class={`run-button${loader.changed.value ? ' urgent' : ''}`}
          disabled={busy}
          onClick={() => loader.refresh()}
        >
          Run
        </button>
      )}
      <IconButton
        icon="refresh"
        label={stale ? `${label} · stale` : label}
        urgent={stale}
        onClick={() => loader.refresh()}
      />
    </>
  )
}

/** Says when the backend expects newer data; that is only shown, and asks for nothing. */
function useNextUpdate(cron: string | undefined): string {
  const text = useSignal('')
  useEffect(() => {
    const show = async () => {
      const { at, problem = '' } = cron === undefined ? {} : await findNextRefetch(cron, Date.now())
      text.value = at === undefined ? problem : `the backend updates ${new Date(at).toLocaleString()}`
    }
    void show()
  }, [cron])
  return text.value
}

/** Tells whether data has passed its stale time, as time goes by. */
function useStale(
  { staleTime = 300_000, runButton, refetchInterval }: AcceptedWidget,
  loadedAt: number | undefined,
): boolean {
  const stale = useSignal(false)
  const never =
    staleTime === false || refetchInterval === false || (runButton === true && refetchInterval === undefined)
  useEffect(() => {
    stale.value = false
    if (loadedAt === undefined || never) return
    const left = loadedAt + staleTime - Date.now()
    if (left > 2 ** 31 - 1) return
    const timer = setTimeout(() => (stale.value = true), Math.max(left, 0))
    return () => clearTimeout(timer)
  }, [loadedAt, staleTime, never])
  return stale.value
}
