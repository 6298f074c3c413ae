import { objectOf, recordOf } from '../read/object-reader.ts'
import { anyObject, listOf, number, oneOf, type Reader, text, unchecked } from '../read/reader.ts'
import type { WireChartView } from '../widgets/chart-view.ts'
import { chartViewFields } from '../widgets/read-data.ts'
import { value } from '../widgets/read-value.ts'
import { shadows } from './app-values.ts'
import type { WireState } from './state.ts'

type Part<Key extends keyof WireState> = NonNullable<WireState[Key]>

/** Reads what a placed widget starts with. The client takes what comes. */
export const state: Reader<WireState> = unchecked(
  objectOf<WireState>(
    {
      params: recordOf(value),
      paramOrder: listOf(text),
      chartView: objectOf<WireChartView>(chartViewFields, { open: true }),
      chartModel: anyObject,
      columnState: recordOf(anyObject),
      filterModel: anyObject,
      storage: objectOf<Part<'storage'>>({ text, html: text }, { open: true }),
      style: objectOf<Part<'style'>>({
        borderWidth: number(0, 24),
        radius: number(0, 64),
        contentPadding: number(0, 64),
        shadow: oneOf(shadows),
      }),
    },
    { open: true },
  ),
)
