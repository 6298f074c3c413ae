// The servers: how each is started, and how to know that it answers.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const bench = fileURLToPath(new URL('.', import.meta.url))
/** What our backend answered, for the others to send too. */
export const recording = join(bench, '.build/recorded.json')
export const python = join(bench, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python')

const cli = join(bench, '../packages/deskwright/dist/cli/main.js')
const uvicorn = (module) =>
  `-m uvicorn ${module}:app --app-dir peer --workers 1 --loop uvloop --http httptools --no-access-log --log-level warning`

/** A backend of ours, started as its user would. */
export const deskwright = (entry, port) => [
  process.execPath,
  cli,
  'start',
  entry,
  '--port',
  port,
  '--log-level',
  'warn',
]

/** Each with the command that starts it on a port. The peer takes part when its Python environment is there. */
export const servers = () =>
  [
    { name: 'deskwright', command: (port) => deskwright(join(bench, '.build/ours/backend.js'), port) },
    { name: 'node:http', command: () => [process.execPath, join(bench, 'bare/server.js')] },
    { name: 'FastAPI', command: (port) => [python, ...uvicorn('plain').split(' '), '--port', port], needs: python },
    {
      name: 'FastAPI, typed',
      command: (port) => [python, ...uvicorn('typed').split(' '), '--port', port],
      needs: python,
    },
  ].filter(({ needs }) => needs === undefined || existsSync(needs))

/** Starts a server and waits for its first whole answer; `milliseconds` is how long that took. */
export async function start(command, port, path = '/widgets.json') {
  const [program, ...args] = command(String(port))
  const began = performance.now()
  const child = spawn(program, args, {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PORT: String(port), BENCH_RECORDED: recording, NODE_ENV: 'production' },
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  await firstAnswer(child, `${url}${path}`).catch((cause) => {
    throw new Error(`${command(port).join(' ')}: ${said}`, { cause })
  })
  return {
    url,
    child,
    milliseconds: performance.now() - began,
    stop: () => {
      child.kill()
      return ended
    },
  }
}

async function firstAnswer(child, url) {
  for (let tries = 0; tries < 10_000; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    const response = await fetch(url).catch(() => undefined)
    if (response !== undefined) {
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
      return response.arrayBuffer()
    }
    await wait(2)
  }
  throw new Error(`${url} never answered`)
}
