import { findNearest } from '../../internal/nearest.ts'
import { listValues } from '../read/describe.ts'
import { type Reader, refuse } from '../read/reader.ts'
import { type AcceptedWidgetTypeName, acceptedWidgetTypes, widgetTypes } from './widget-types.ts'

/** Names that documentation or habit uses and the client refuses. */
const aliases: Readonly<Record<string, AcceptedWidgetTypeName>> = {
  table_ssrm: 'ssrm_table',
  'advanced-chart': 'advanced_charting',
  tradingview_chart: 'advanced_charting',
}

/** Reads a widget's type. A name that was nearly right is reported, and read as what was meant. */
export const widgetType: Reader<AcceptedWidgetTypeName> = {
  expects: listValues(widgetTypes),
  read: (value, cursor) => {
    if ((acceptedWidgetTypes as readonly unknown[]).includes(value)) return value as AcceptedWidgetTypeName
    const meant =
      typeof value !== 'string'
        ? undefined
        : Object.hasOwn(aliases, value)
          ? aliases[value]
          : findNearest(value, widgetTypes)
    refuse(cursor, value, widgetType.expects, meant)
    return meant
  },
}
