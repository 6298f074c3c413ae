/** How a desk written to a file differs from the plain one. */
export interface DeskText {
  readonly widgets?: Readonly<Record<string, string>>
  /** The text of the loader of every widget. */
  readonly load?: string
  /** The text of more backend options. */
  readonly options?: string
}

/** Writes the source of a small desk, as a user would: importing the package by its name. */
export function toDeskSource({
  widgets = { prices: 'Prices' },
  load = '() => [{ close: 1 }]',
  options = '',
}: DeskText = {}) {
  const entries = Object.entries(widgets).map(
    ([id, name]) => `    ${id}: table({ name: '${name}', description: 'For a test', load: ${load} }),`,
  )
  return [
    "import { defineBackend, table } from 'deskwright'",
    '',
    'export default defineBackend({',
    "  name: 'Test desk',",
    '  widgets: {',
    ...entries,
    '  },',
    ...(options === '' ? [] : [`  ${options},`]),
    '})',
    '',
  ].join('\n')
}
