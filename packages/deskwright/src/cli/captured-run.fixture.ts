import { runCli } from './run.ts'

/** What a run of the CLI left behind. */
export interface CapturedRun {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the CLI in this process and captures what it writes. */
export async function captureRun(given: readonly string[], environment: NodeJS.ProcessEnv = {}, isTTY = false) {
  let stdout = ''
  let stderr = ''
  const code = await runCli(given, {
    stdout: { isTTY, write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    environment,
  })
  return { code, stdout, stderr } satisfies CapturedRun
}
