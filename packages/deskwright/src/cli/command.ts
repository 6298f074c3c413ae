import type { OptionName, OptionValues } from './option.ts'
import type { Terminal } from './output/terminal.ts'

/** What a command was asked to do. */
export interface Invocation {
  /** The positional arguments; as many as the command declares, or more of its last. */
  readonly arguments: readonly string[]
  readonly options: OptionValues
  readonly terminal: Terminal
}

/** One command of the CLI, as data: the help follows from it. */
export interface Command {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  /** What it does, for its own help. */
  readonly description: string
  /** The names of the arguments. A last one that ends in `…` may be given several times, once at least. */
  readonly arguments: readonly string[]
  readonly options: readonly OptionName[]
  /** A command line and what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[]
  /** Resolves to the exit code: 0, or 1 when a problem was found. Loads what it needs when it runs. */
  readonly run: (invocation: Invocation) => Promise<number>
}

/** Writes how a command is called. */
export function toUsage({ name: command, arguments: names }: Command): string {
  return [
    'deskwright',
    command,
    ...names.map((name) => (name.endsWith('…') ? `<${name.slice(0, -1)}>…` : `<${name}>`)),
    '[options]',
  ].join(' ')
}
