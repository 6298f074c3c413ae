import { readFile } from 'node:fs/promises'
import type { ErrorCode } from '../errors/catalogue.ts'
import { commands } from './commands.ts'
import { toCommandHelp, toHelp } from './help.ts'
import { isDescribed, renderError, toErrorValue } from './output/report-error.ts'
import { createTerminal, type Output } from './output/terminal.ts'
import { findCommand, parseCommandLine } from './parse.ts'

/** What a run of the CLI touches. */
export interface Surroundings {
  readonly stdout: Output
  readonly stderr: Output
  readonly environment: NodeJS.ProcessEnv
}

const usageErrors: readonly ErrorCode[] = [
  'command-unknown',
  'option-unknown',
  'option-invalid',
  'option-missing',
  'argument-missing',
  'argument-unexpected',
  'argument-invalid',
]

/** Runs the CLI. Resolves to the exit code: 0 all is well, 1 a problem was found, 2 the command line is wrong. */
export async function runCli(given: readonly string[], surroundings: Surroundings): Promise<number> {
  const terminal = createTerminal(surroundings, surroundings.environment, given.includes('--json'))
  const [name, ...rest] = given
  try {
    if (name === '--version' || name === '-v') {
      const version = await readVersion()
      terminal.result(version, { version })
      return 0
    }
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      const help = toHelp(commands, await readVersion(), name === undefined ? terminal.paint : terminal.paintResult)
      if (name === undefined) terminal.progress(help)
      else terminal.result(help, { help })
      return name === undefined ? 2 : 0
    }
    const command = findCommand(commands, name)
    const line = parseCommandLine(command, rest)
    if (line.options.help) {
      const help = toCommandHelp(command, terminal.paintResult)
      terminal.result(help, { help })
      return 0
    }
    return await command.run({ ...line, terminal })
  } catch (error) {
    terminal.progress(renderError(error, terminal.paint))
    if (terminal.json) terminal.result('', toErrorValue(error))
    return isDescribed(error) && usageErrors.includes(error.code) ? 2 : 1
  }
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
