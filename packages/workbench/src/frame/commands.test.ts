import { describe, expect, test } from 'vitest'
import { type Command, findCommands } from './commands.ts'

const toCommand = (kind: Command['kind'], label: string, detail = ''): Command => ({
  kind,
  label,
  detail,
  run: () => {},
})
const commands = [
  toCommand('widget', 'Bond card', 'Fixed Income · metric'),
  toCommand('widget', 'Card of a stock', 'Equity · metric'),
  toCommand('command', 'Export apps.json'),
]
const find = (text: string) => findCommands(commands, text).map(({ label }) => label)

describe('a search for commands', () => {
  test('finds everything when nothing is typed', () => {
    expect(find(' ')).toHaveLength(3)
  })

  test('puts first what starts with the text', () => {
    expect(find('card')).toEqual(['Card of a stock', 'Bond card'])
  })

  test('takes words in any order, of the label, the detail and the kind', () => {
    expect(find('metric equity')).toEqual(['Card of a stock'])
    expect(find('widget bond')).toEqual(['Bond card'])
    expect(find('json export')).toEqual(['Export apps.json'])
    expect(find('bond export')).toEqual([])
  })
})
