import { omni, param } from 'deskwright'

const kinds = [
  { value: 'markdown', label: 'Markdown' },
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const

const type = () => param.text('Content', { description: 'What the answer is', options: kinds })

const figure = (prompt: string, theme: 'dark' | 'light') => ({
  data: [1, 2, 3].map((index) => ({
    type: 'bar',
    name: `Word ${index}`,
    x: ['A', 'B', 'C'],
    y: [prompt.length, index, index * 2],
    marker: { color: ['#4C9BE8', '#FF8000', '#3FB68B'][index - 1] },
  })),
  layout: { title: { text: prompt || 'No prompt' }, font: { color: theme === 'dark' ? '#FFFFFF' : '#222222' } },
})

const rows = (prompt: string) => [...new Set(prompt.split(/\s+/))].map((word) => ({ word, letters: word.length }))

const answer = (prompt: string, kind: string | undefined, theme: 'dark' | 'light') => {
  if (kind === 'table')
    return { content: rows(prompt), data_format: { data_type: 'object', parse_as: 'table' } } as const
  if (kind === 'chart')
    return { content: figure(prompt, theme), data_format: { data_type: 'object', parse_as: 'chart' } } as const
  return { content: `# You asked\n\n> ${prompt}`, data_format: { data_type: 'object', parse_as: 'text' } } as const
}

/** Widgets that answer a prompt. Here the prompt itself is looked at; a model would go in its place. */
export const answers = {
  'omni-widget': omni({
    name: 'Omni',
    category: 'General',
    endpoint: 'omni-widget',
    gridData: { w: 30, h: 12 },
    params: { prompt: param.text('Prompt', { value: '', show: false }), type: type() },
    load: ({ prompt, type: kind }, { theme }) => answer(prompt, kind, theme),
  }),
  'omni-widget-with-citations': omni({
    name: 'Omni with citations',
    category: 'General',
    endpoint: 'omni-widget-with-citations',
    gridData: { w: 30, h: 15 },
    params: {
      prompt: param.text('Prompt', { value: '', show: false }),
      type: type(),
      include_metadata: param.boolean('Include metadata', { value: true }),
    },
    load: ({ prompt, type: kind, include_metadata }, { theme }) => ({
      ...answer(prompt, kind, theme),
      citable: true,
      extra_citations: [
        {
          source_info: {
            type: 'widget',
            origin: 'Gallery',
            widget_id: 'omni-widget-with-citations',
            name: 'Omni with citations',
            description: 'Where the answer comes from',
            metadata: include_metadata ? { prompt, kind: kind ?? 'markdown' } : {},
          },
          details: [{ prompt, words: rows(prompt).length }],
        },
      ],
    }),
  }),
}
