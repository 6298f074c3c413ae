import { markdown, param } from 'deskwright'
import { companies } from './data.ts'

const size = { gridData: { w: 16, h: 6 } } as const
const today = { value: '$currentDate' } as const

const documents = [
  { type: 'reports', name: 'Q1 Report' },
  { type: 'reports', name: 'Q2 Report' },
  { type: 'presentations', name: 'Investor Presentation' },
  { type: 'presentations', name: 'Product Roadmap' },
] as const

const category = param.text('Category', {
  description: 'Which documents the other list shows',
  value: 'all',
  options: [
    { label: 'All', value: 'all' },
    { label: 'Reports', value: 'reports' },
    { label: 'Presentations', value: 'presentations' },
  ],
})

/** Widgets that show what their parameters say. */
export const params = {
  markdown_widget_with_date_picker: markdown({
    name: 'A date',
    endpoint: 'markdown_widget_with_date_picker',
    ...size,
    params: { date_picker: param.date('Date', today) },
    load: ({ date_picker }) => `# A date\n\nYou chose **${date_picker}**.`,
  }),
  markdown_widget_with_text_input: markdown({
    name: 'A text',
    endpoint: 'markdown_widget_with_text_input',
    ...size,
    params: { text_box: param.text('Text', { value: 'hello' }) },
    load: ({ text_box }) => `# A text\n\nYou wrote **${text_box}**.`,
  }),
  markdown_widget_with_editable_text_input: markdown({
    name: 'Several texts',
    endpoint: 'markdown_widget_with_editable_text_input',
    ...size,
    params: { text_box: param.text('Names', { value: ['var1', 'var2', 'var3'], multiple: true }) },
    load: ({ text_box }) => `# Several texts\n\n${text_box.map((name) => `- ${name}`).join('\n')}`,
  }),
  markdown_widget_with_boolean: markdown({
    name: 'A switch',
    endpoint: 'markdown_widget_with_boolean',
    ...size,
    params: { condition: param.boolean('Switch', { value: true }) },
    load: ({ condition }) => `# A switch\n\nIt is **${condition ? 'on' : 'off'}**.`,
  }),
  markdown_widget_with_number_input: markdown({
    name: 'A number',
    endpoint: 'markdown_widget_with_number_input',
    ...size,
    params: { number_box: param.number('Number', { value: 20 }) },
    load: ({ number_box }) => `# A number\n\nIts square is **${number_box ** 2}**.`,
  }),
  markdown_widget_with_dropdown: markdown({
    name: 'A choice of several',
    endpoint: 'markdown_widget_with_dropdown',
    ...size,
    params: {
      days_picker: param.text('Days', {
        description: 'How far to look back',
        value: ['1'],
        multiSelect: true,
        options: ['1', '5', '10', '20', '30'],
      }),
    },
    load: ({ days_picker }) => `# Several days\n\nYou chose ${days_picker.join(', ')}.`,
  }),
  markdown_widget_with_multi_select_advanced_dropdown: markdown({
    name: 'A choice with explanations',
    endpoint: 'markdown_widget_with_multi_select_advanced_dropdown',
    ...size,
    params: {
      stock_picker: param.endpoint('Stocks', {
        value: ['AAPL'],
        multiSelect: true,
        style: { popupWidth: 450 },
        options: () => companies,
      }),
    },
    load: ({ stock_picker }) => `# Stocks\n\n${stock_picker.join(', ')}`,
  }),
  dropdown_dependent_widget: markdown({
    name: 'A choice that depends on another',
    endpoint: 'dropdown_dependent_widget',
    ...size,
    params: {
      category,
      document_type: param.endpoint('Document', {
        optionsParams: { category },
        options: ({ category: wanted }) =>
          documents.filter(({ type }) => wanted === 'all' || type === wanted).map(({ name }) => name),
      }),
    },
    load: ({ category: wanted, document_type }) =>
      `# ${document_type ?? 'No document yet'}\n\nFrom the category ${wanted}.`,
  }),
  markdown_widget_with_organized_params: markdown({
    name: 'Parameters in rows',
    endpoint: 'markdown_widget_with_organized_params',
    gridData: { w: 20, h: 12 },
    params: {
      enable_feature: param.boolean('Enable', { value: true, row: 1 }),
      selected_date: param.date('Date', { ...today, row: 2 }),
      analysis_type: param.text('Analysis', {
        value: 'technical',
        row: 2,
        options: ['technical', 'fundamental', 'sentiment', 'risk'],
      }),
      lookback_period: param.number('Days back', { value: 30, row: 2 }),
      analysis_notes: param.text('Notes', { value: '', row: 3 }),
    },
    load: ({ enable_feature, selected_date, analysis_type, lookback_period, analysis_notes }) =>
      enable_feature
        ? `# ${analysis_type}\n\n${lookback_period} days up to ${selected_date}.\n\n${analysis_notes}`
        : '# Off',
  }),
  tabs: markdown({
    name: 'Tabs',
    ...size,
    params: { view: param.tabs('View', { options: ['Summary', 'Details'] }) },
    load: ({ view }) => `# ${view}`,
  }),
}
