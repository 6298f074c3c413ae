import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Mounted, Renderer, RenderProblem } from '../renderers/renderer.ts'
import { FrameBody } from './frame-body.tsx'
import { FrameHeader } from './frame-header.tsx'
import { FrameTools } from './frame-tools.tsx'
import { ItemParams } from './item-params.tsx'
import { loadRenderer, selfLoadingTypes } from './load-renderer.ts'
import type { MenuEntry } from './menu.tsx'
import type { RequestFailure } from '../requests/read-answer.ts'
import { saveFile } from './save-file.ts'
import { StatePanel } from './state-panel.tsx'
import { type LiveWidget, useLoader } from './use-loader.ts'
import type { WidgetFrameProps } from './widget-frame.tsx'
import { useWorkbench } from './workbench.ts'

const none: readonly RenderProblem[] = []
/** Failures of which the address is the best clue. */
const unanswered: readonly string[] = ['network', 'late', 'redirect'] satisfies readonly RequestFailure['kind'][]

/** A frame whose widget is there: its data is loaded and drawn. */
export function LiveFrame(props: WidgetFrameProps & { readonly live: LiveWidget }) {
  const { item, live } = props
  const { widget } = live
  const workbench = useWorkbench()
  const renderer = useRenderer(widget.type)
  const loading = useLoader(item, live, selfLoadingTypes.includes(widget.type))
  const problems = useComputed(() => workbench.reports.value[item.id] ?? none).value
  const mounted = useSignal<Mounted | undefined>(undefined)
  const { loader } = loading
  const { status, busy, failure, data, heavy } = useComputed(() => loader.state.value).value

  const inspect = {
    label: 'Inspect',
    onChoose: () => {
      workbench.inspected.value = item.id
      workbench.drawer.value = true
    },
  }
  const retry = { label: 'Try again', onChoose: () => loader.refresh() }
  const entries: MenuEntry[] = [{ label: 'Refresh', icon: 'refresh', onChoose: () => loader.refresh() }]
  if (mounted.value?.toCsv !== undefined && widget.exportable !== false) {
    const save = () => saveFile(`${item.widget}.csv`, mounted.peek()?.toCsv?.() ?? '', 'text/csv')
    entries.push({ label: 'Save as CSV', icon: 'download', onChoose: save })
  }

  for (const { label, run } of mounted.value?.actions ?? []) entries.push({ label, icon: 'panel', onChoose: run })

  const showsOld = status === 'error' && data !== undefined
  return (
    <>
      <FrameHeader
        {...props}
        name={widget.name}
        description={describe(widget.description, renderer)}
        showTitle={widget.showTitle !== false}
        entries={entries}
      >
        <FrameTools widget={widget} loader={loader} problems={problems} onInspect={inspect.onChoose} />
      </FrameHeader>
      <ItemParams item={item} live={live} loading={loading} />
      <div class="frame-body" aria-busy={busy}>
        {busy && <div class="progress" />}
        {status === 'error' && (
          <StatePanel
            kind="failed"
            {...(failure?.status === undefined ? {} : { title: `${failure.status}` })}
            text={failure?.message ?? 'Failed'}
            {...(failure !== undefined && unanswered.includes(failure.kind)
              ? { hint: `${failure.url} — ${failure.hint ?? ''}` }
              : hintOf(failure?.hint))}
            actions={[retry, inspect]}
          />
        )}
        {status === 'waiting' && (
          <StatePanel
            kind="waiting"
            title="Waits for its run button"
            actions={[{ label: 'Run', onChoose: () => loader.refresh() }]}
          />
        )}
        {status === 'loading' && <StatePanel kind="loading" />}
        {status === 'empty' && (
          <StatePanel
            kind="empty"
            title="No data"
            text="The backend answered, but with nothing in it."
            actions={[{ label: 'Why is this empty?', onChoose: inspect.onChoose }]}
          />
        )}
        {renderer.kind === 'none' && (
          <StatePanel kind="missing" title={widget.type} text="The Workbench has no renderer for this type yet." />
        )}
        {renderer.kind === 'failed' && (
          <StatePanel kind="failed" title="The renderer did not load" text={renderer.text} />
        )}
        {renderer.kind === 'ready' && (
          <div class="frame-slot" hidden={showsOld || status === 'empty' || status === 'error' || status === 'waiting'}>
            <FrameBody
              key={keyOf(loader)}
              item={item}
              live={live}
              loading={loading}
              renderer={renderer.renderer}
              onMounted={(shown) => (mounted.value = shown)}
            />
          </div>
        )}
        {heavy !== undefined && status === 'data' && (
          <p class="frame-note" role="note" title={heavy.hint}>
            {heavy.message}
          </p>
        )}
      </div>
    </>
  )
}

type RendererState =
  | { readonly kind: 'loading' | 'none' }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'ready'; readonly renderer: Renderer }

function useRenderer(type: Parameters<typeof loadRenderer>[0]): RendererState {
  const state = useSignal<RendererState>({ kind: 'loading' })
  useEffect(() => {
    let wanted = true
    const load = async (): Promise<RendererState> => {
      try {
        const renderer = await loadRenderer(type)
        return renderer === undefined ? { kind: 'none' } : { kind: 'ready', renderer }
      } catch (error) {
        return { kind: 'failed', text: error instanceof Error ? error.message : String(error) }
      }
    }
    const show = async () => {
      const loaded = await load()
      if (wanted) state.value = loaded
    }
    void show()
    return () => {
      wanted = false
    }
  }, [type])
  return state.value
}

/** What a widget says of itself, and how its picture here differs from the one in Workspace. */
function describe(description: string, state: RendererState): string {
  if (state.kind !== 'ready' || state.renderer.fidelity === 'exact') return description
  return `${description}\n\nDrawn ${state.renderer.fidelity === 'close' ? 'closely' : 'as a stand-in'}: ${state.renderer.differs}`
}

function hintOf(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint }
}

const keys = new WeakMap<object, number>()
let lastKey = 0

/** A body belongs to one loader: with another it starts again. */
function keyOf(loader: object): number {
  const key = keys.get(loader) ?? (lastKey += 1)
  keys.set(loader, key)
  return key
}
