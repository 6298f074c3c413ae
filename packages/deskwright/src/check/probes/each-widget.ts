import type { Diagnostic, Place } from '../../errors/diagnostic.ts'
import { toWidgetName } from '../../spec/names.ts'
import type { AcceptedWidget } from '../../spec/widgets/accepted-widget.ts'
import type { ProbeTarget } from './probe.ts'
import { runBounded } from './run-bounded.ts'

/** So many widgets are asked at once. */
const atOnce = 4

/** One widget of a backend that is asked. */
export interface Inquiry {
  readonly id: string
  readonly widget: AcceptedWidget
  /** Where findings about its data are. */
  readonly place: Place
  readonly target: ProbeTarget
}

/** Asks the chosen widgets of some types, a few at a time, and gives what is found in their order. */
export async function* eachWidget(
  target: ProbeTarget,
  isMeant: (widget: AcceptedWidget) => boolean,
  doing: string,
  inquire: (inquiry: Inquiry) => Promise<readonly Diagnostic[]>,
): AsyncGenerator<Diagnostic> {
  const widgets = Object.entries(target.documents.widgets ?? {}).filter(
    ([id, widget]) => target.isChosen(id) && isMeant(widget) && !/^data:/i.test(widget.endpoint),
  )
  let asked = 0
  const found = await runBounded(widgets, atOnce, async ([id, widget]) => {
    const where = toWidgetName(id)
    target.progress(`${doing} of ${where}, ${(asked += 1)} of ${widgets.length}`)
    return await inquire({ id, widget, place: { where, path: 'endpoint' }, target })
  })
  yield* found.flat()
}
