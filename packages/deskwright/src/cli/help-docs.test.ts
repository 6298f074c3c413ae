import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { commands } from './commands.ts'
import { toCommandHelp } from './help.ts'

it.each(commands.map((command) => [command.name, command] as const))(
  'the documentation shows the help of %s as it is',
  async (name, command) => {
    const page = await readFile(new URL('../../../../docs/cli.md', import.meta.url), 'utf8')
    const [, shown] = new RegExp(`<!-- help ${name} -->\n\n\`\`\`text\n([^]*?)\n\`\`\`\n`).exec(page) ?? []
    expect(shown).toBe(toCommandHelp(command, (_style, text) => text))
  },
)
