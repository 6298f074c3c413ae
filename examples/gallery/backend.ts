import { app, defineBackend } from 'deskwright'
import { answers } from './answers.ts'
import { charts } from './charts.ts'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { groups } from './groups.ts'
import { moving } from './moving.ts'
import { pages } from './pages.ts'
import { params } from './params.ts'
import { tables } from './tables.ts'
import { texts } from './texts.ts'

const { company_performance, company_details } = groups
const { table_widget_with_grouping_by_cell_click: stocks } = groups
const { widget_managed_by_parameter_from_cell_click_on_table_widget: stock } = groups

export default defineBackend({
  name: 'Gallery',
  widgets: {
    ...texts,
    ...tables,
    ...files,
    ...params,
    ...groups,
    ...charts,
    ...forms,
    ...moving,
    ...answers,
    ...pages,
  },
  apps: [
    app({
      name: 'Gallery',
      description: 'Everything a widget can be, theme by theme',
      tabs: {
        Texts: toRows(texts),
        Tables: toRows(tables),
        Charts: toRows(charts),
        Files: toRows(files),
        Parameters: toRows(params),
        Groups: [
          [company_performance, company_details],
          [stocks, stock],
        ],
        Forms: toRows(forms),
        Moving: toRows(moving),
        Answers: toRows(answers),
        Pages: toRows(pages),
      },
    }),
  ],
})

/** Lays widgets in rows, as many as fit beside one another. */
function toRows<W extends { readonly options: { readonly gridData?: { readonly w: number } } }>(
  widgets: Readonly<Record<string, W>>,
): W[][] {
  const rows: W[][] = []
  let free = 0
  for (const widget of Object.values(widgets)) {
    const width = widget.options.gridData?.w ?? 20
    if (width > free) {
      rows.push([])
      free = 40
    }
    rows.at(-1)!.push(widget)
    free -= width
  }
  return rows
}
