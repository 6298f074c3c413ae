import { check } from 'deskwright/check'
import { describe, expect, test } from 'vitest'
import { hasShared, readShared } from '../conformance/shared.ts'

const folder = 'captures/reference-backend'

describe.runIf(hasShared(folder))('the check of the official reference backend', () => {
  test('says what was found by hand, line by line', async () => {
    const report = await check({
      widgets: readShared(`${folder}/widgets.json`),
      apps: readShared(`${folder}/apps.json`),
    })
    expect(report.summary).toBe('Workspace will load all 45 widgets. Workspace will load the app.')
    // Every widget repeats its id, which Workspace warns about.
    const ids = report.warnings.filter(({ code }) => code === 'key-undocumented')
    expect([...new Set(ids.map(({ path }) => path))]).toEqual(['id'])
    expect(ids).toHaveLength(45)
    const others = report.findings.filter(({ code }) => code !== 'key-undocumented')
    expect(
      others.map(({ severity, code, where, path, place }) => [severity, code, where, path, place?.range?.line]),
    ).toEqual([
      ['warning', 'key-respelled', 'widget "markdown_widget_with_category_and_subcategory"', 'subcategory', 18],
      ['warning', 'key-respelled', 'widget "markdown_widget_with_editable_text_input"', 'params[0].editable', 571],
      ['warning', 'key-unknown', 'widget "markdown_widget_with_organized_params"', 'params[1][2].min', 1286],
      ['warning', 'key-unknown', 'widget "markdown_widget_with_organized_params"', 'params[1][2].max', 1287],
      [
        'warning',
        'render-fn-need',
        'widget "table_widget_with_hover_card"',
        'data.table.columnsDefs[1].renderFnParams',
        317,
      ],
      [
        'advice',
        'key-respelled',
        'widget "table_widget_with_grouping_by_cell_click"',
        'data.table.columnsDefs[0].renderFnParams.groupByParamName',
        870,
      ],
      ['advice', 'key-missing', 'app "Template App"', 'prompts', 2],
      ['advice', 'widget-id', 'widget "/vendor1/markdown_widget_with_better_structured_api"', '', 74],
      ['advice', 'widget-id', 'widget "/udf"', '', 1109],
      ['advice', 'layout-under-bar', 'app "Template App"', 'tabs[""].layout[0].y', 707],
    ])
  })
})
