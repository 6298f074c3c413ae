import { parseArgs } from 'node:util'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { findNearest } from '../internal/nearest.ts'
import { toUsage, type Command } from './command.ts'
import { options, parseValue, type Option, type OptionName, type OptionValues } from './option.ts'

/** Finds a command by its name. */
export function findCommand(commands: readonly Command[], name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found
  const names = commands.map((command) => command.name)
  throw new DeskwrightError('command-unknown', { command: name, nearest: findNearest(name, names), commands: names })
}

/** Reads what follows a command's name. With `--help` nothing else has to be right. */
export function parseCommandLine(command: Command, given: readonly string[]) {
  const { tokens } = parseArgs({
    args: given.map(toHyphens),
    options: Object.fromEntries(
      (Object.entries(options) as [OptionName, Option][]).map(([name, { value, short }]) => [
        name,
        {
          type: value === undefined ? ('boolean' as const) : ('string' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help'))
    return { arguments: [], options: { help: true } }

  const values: Record<string, unknown> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const name = toKnownName(command, token.name, token.rawName)
    const value = toPlaced(options[name], parseValue(name, token.value), positionals.length)
    const earlier = (values[name] as readonly unknown[] | undefined) ?? []
    values[name] = 'multiple' in options[name] ? [...earlier, value] : value
  }
  return { arguments: checkArguments(command, positionals), options: values as OptionValues }
}

function toPlaced(option: Option, value: unknown, after: number): unknown {
  return option.placed === true ? { ...(value as object), after } : value
}

/** `openbb-api` spells its options with underscores. */
function toHyphens(argument: string): string {
  if (!argument.startsWith('--')) return argument
  const [name = '', ...value] = argument.split('=')
  return [name.replaceAll('_', '-'), ...value].join('=')
}

function toKnownName(command: Command, name: string, rawName: string): OptionName {
  const known = command.options.find((option) => option === name)
  if (known !== undefined) return known
  const nearest = findNearest(
    rawName,
    [...command.options, 'help'].map((option) => `--${option}`),
  )
  throw new DeskwrightError('option-unknown', { option: rawName, command: command.name, nearest })
}

function checkArguments(command: Command, positionals: readonly string[]): readonly string[] {
  const missing = command.arguments[positionals.length]
  const usage = toUsage(command)
  if (missing !== undefined) throw new DeskwrightError('argument-missing', { argument: missing, usage })
  const extra = positionals[command.arguments.length]
  const takesMore = command.arguments.at(-1)?.endsWith('…') === true
  if (extra !== undefined && !takesMore) throw new DeskwrightError('argument-unexpected', { argument: extra, usage })
  return positionals
}
