import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs npm in a folder and returns what it printed: the npm that runs the tests, or else the one on the path. */
export async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  const script = process.env['npm_execpath']
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []]
  const { stdout } = await execute(program, [...first, ...args], { cwd: folder, shell: program === 'npm' })
  return stdout
}

/** Runs a script of an installed package and returns what it printed, also when it fails. */
export async function runScript(folder: string, script: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await execute(process.execPath, [script, ...args], { cwd: folder }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  )
  return stdout + stderr
}
