import { markdown, metric, note, refuse } from 'deskwright'

const size = { gridData: { w: 12, h: 4 } } as const
const clock = () => `It is ${new Date().toISOString().slice(11, 19)} UTC.`

const plain = markdown({
  name: 'Markdown',
  description: 'A text',
  endpoint: 'markdown_widget',
  ...size,
  load: () => '# Markdown\n\nA text with **bold** words, a [link](https://commonmark.org) and $e^{i\\pi} = -1$.',
})

const filed = markdown({
  name: 'Markdown in a category',
  description: 'Where the catalogue shows a widget',
  category: 'Widgets',
  subCategory: 'Markdown',
  endpoint: 'markdown_widget_with_category_and_subcategory',
  ...size,
  load: () => '# Filed\n\nThis one is under *Widgets*, *Markdown*.',
})

const failing = markdown({
  name: 'Markdown that fails',
  description: 'What a failure looks like: the message is the one that is refused with',
  endpoint: 'markdown_widget_with_error_handling',
  ...size,
  load: (): string => refuse(500, 'This widget always fails, so that you see how that looks.'),
})

const onRun = markdown({
  name: 'Markdown with a run button',
  description: 'Loads when Run is pressed',
  endpoint: 'markdown_widget_with_run_button',
  ...size,
  runButton: true,
  load: () => `# Run\n\n${clock()}`,
})

const often = markdown({
  name: 'Markdown every second',
  description: 'Loads again every second',
  endpoint: 'markdown_widget_with_short_refetch_interval',
  ...size,
  refetchInterval: 1000,
  load: () => `# Every second\n\n${clock()}`,
})

const oftenOnRun = markdown({
  name: 'Markdown every ten seconds, once run',
  description: 'Loads again every ten seconds after Run was pressed',
  endpoint: 'markdown_widget_with_short_refetch_interval_and_run_button',
  ...size,
  refetchInterval: 10_000,
  runButton: true,
  load: () => `# Every ten seconds\n\n${clock()}`,
})

const vendor = markdown({
  name: 'Markdown below a path',
  description: 'An endpoint may have several parts',
  endpoint: 'vendor1/markdown_widget_with_better_structured_api',
  ...size,
  refetchInterval: 10_000,
  runButton: true,
  load: () => `# Below \`vendor1/\`\n\n${clock()}`,
})

const stale = markdown({
  name: 'Markdown that grows stale',
  description: 'After five seconds the refresh button says that there may be news',
  endpoint: 'markdown_widget_with_stale_time',
  ...size,
  staleTime: 5000,
  load: () => `# Stale after five seconds\n\n${clock()}`,
})

const staleAndOften = markdown({
  name: 'Markdown that grows stale and loads again',
  description: 'Stale after five seconds, loaded again after ten',
  endpoint: 'markdown_widget_with_refetch_interval_and_shorter_stale_time',
  ...size,
  refetchInterval: 10_000,
  staleTime: 5000,
  load: () => `# Stale, then new\n\n${clock()}`,
})

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><polyline fill="none" stroke="#4c9be8" stroke-width="4"
points="0,100 60,80 110,90 160,40 220,60 320,10"/></svg>`
const picture = `![A rising line](data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')})`

const linkedPicture = markdown({
  name: 'Markdown with a linked picture',
  description: 'The browser fetches the picture from its address',
  endpoint: 'markdown_widget_with_image_from_url',
  gridData: { w: 20, h: 20 },
  load: () => '# A picture by its address\n\n![The mark of Markdown](https://commonmark.org/help/images/favicon.png)',
})

const ownPicture = markdown({
  name: 'Markdown with a picture inside',
  description: 'The picture comes with the text',
  endpoint: 'markdown_widget_with_local_image',
  gridData: { w: 20, h: 20 },
  load: () => `# A picture inside\n\n${picture}`,
})

const figures = metric({
  name: 'Metrics',
  description: 'Figures and how they changed',
  endpoint: 'metric_widget',
  gridData: { w: 5, h: 5 },
  load: () => [
    { label: 'Users', value: '1,234,567', delta: '12.5' },
    { label: 'Orders', value: '45,678', delta: '-2.3' },
    { label: 'Uptime', value: '99.9 %', delta: '0.1' },
    { label: 'Answer', value: '12 ms', delta: '-8.0' },
    { label: 'Seats', value: '48' },
  ],
})

const pad = note({
  name: 'Note',
  description: 'A text that the user may edit',
  load: () => '# To do\n\n1. Read the news\n2. Look at the chart',
})

/** Widgets of text and figures. */
export const texts = {
  markdown_widget: plain,
  markdown_widget_with_category_and_subcategory: filed,
  markdown_widget_with_error_handling: failing,
  markdown_widget_with_run_button: onRun,
  markdown_widget_with_short_refetch_interval: often,
  markdown_widget_with_short_refetch_interval_and_run_button: oftenOnRun,
  vendor1_markdown_widget_with_better_structured_api: vendor,
  markdown_widget_with_stale_time: stale,
  markdown_widget_with_refetch_interval_and_shorter_stale_time: staleAndOften,
  markdown_widget_with_image_from_url: linkedPicture,
  markdown_widget_with_local_image: ownPicture,
  metric_widget: figures,
  note: pad,
}
