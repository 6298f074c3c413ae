import type { Paint } from '../errors/render.ts'
import { toUsage, type Command } from './command.ts'
import { options, type Option, type OptionName } from './option.ts'
import { wrap } from './output/wrap.ts'

/** Writes the help of the whole CLI. */
export function toHelp(commands: readonly Command[], version: string, paint: Paint): string {
  return [
    `${paint('bold', `deskwright ${version}`)}  OpenBB Workspace backends in TypeScript`,
    '',
    paint('bold', 'Usage'),
    '  deskwright <command> [options]',
    '',
    paint('bold', 'Commands'),
    ...toColumns(commands.map(({ name, summary }) => [name, summary])),
    '',
    paint('bold', 'Start here'),
    ...wrap(
      'Run "deskwright dev" on a folder of data, or on a module whose default export is defineBackend({ name, widgets }), and add the printed URL in Workspace under Connections.',
      '  ',
    ),
    '',
    '  deskwright <command> --help explains a command; --version prints the version.',
    '  Exit codes: 0 all is well, 1 a problem was found, 2 the command line is wrong.',
  ].join('\n')
}

/** Writes the help of one command. */
export function toCommandHelp(command: Command, paint: Paint): string {
  return [
    `${paint('bold', `deskwright ${command.name}`)}  ${command.summary}`,
    '',
    ...wrap(command.description, ''),
    '',
    paint('bold', 'Usage'),
    `  ${toUsage(command)}`,
    '',
    paint('bold', 'Options'),
    ...toColumns([...command.options, 'help' as const].map((name) => [toSpelling(name), options[name].summary])),
    '',
    paint('bold', 'Examples'),
    ...command.examples.flatMap(([line, purpose]) => [`  ${line}`, `      ${paint('dim', purpose)}`]),
  ].join('\n')
}

function toSpelling(name: OptionName): string {
  const { value, short }: Option = options[name]
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`
}

function toColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 4
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, ' '.repeat(width))
    return [`  ${left}`.padEnd(width) + first.trimStart(), ...rest]
  })
}
