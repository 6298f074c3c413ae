import type { AcceptedWidgetTypeName } from './widget-types.ts'
import type { WireWidget } from './widget.ts'

/** One widget that Workspace accepts: as ours, but it may have a type that only Workspace itself uses. */
export interface AcceptedWidget extends Omit<WireWidget, 'type'> {
  readonly type: AcceptedWidgetTypeName
}

/** Every widget of a backend that Workspace accepts, by its id. */
export interface AcceptedWidgets {
  readonly [id: string]: AcceptedWidget
}
