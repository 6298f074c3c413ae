import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import type { InstancePlan } from '../../duckdb/instance.ts'
import { createGate } from '../../gate.ts'
import type { Console, ConsolePlan, ConsoleResult, ConsoleTable } from '../console.ts'
import type { Outcome } from './run-query.ts'
import { breaking, tooBig, tooSlow, unreadable } from '../problems.ts'
import { startWorker, type Worker } from './worker.ts'

const atOnce = 2 // queries of one console; the others wait in line
const openingTime = 20_000 // milliseconds
const grace = 1000 // milliseconds that a query has to stop by itself
const idleTime = 60_000 // milliseconds that a process is kept for the next query

/** A process with an open database. */
interface Place {
  readonly worker: Worker
  readonly tables: readonly ConsoleTable[]
  /** Ends the process when nobody needs it for a while. */
  expiry?: ReturnType<typeof setTimeout>
}

/** Makes a console on DuckDB: every query runs in a locked database of its own process, which is ended when it takes too much. */
export function createDuckdbConsole(opened: InstancePlan, plan: ConsolePlan): Console {
  const instance = { ...opened, load: undefined } // a function cannot be sent
  const gate = createGate(atOnce)
  const idle: Place[] = []
  const { limits } = plan

  return {
    tables: (signal) =>
      gate.run(async () => {
        const place = await take(signal)
        give(place)
        return place.tables
      }, signal),
    run: (text, signal) => gate.run(() => run(text, signal), signal),
    async close() {
      for (const place of idle.splice(0)) end(place)
    },
  }

  async function run(text: string, signal: AbortSignal | undefined, again = true): Promise<ConsoleResult> {
    const place = await take(signal)
    const { result, spent } = await ask(place, text, signal)
    if (!spent && place.tables.every(({ columns }) => columns.length > 0)) give(place)
    else end(place)
    if (result !== 'outdated') return result
    return again ? run(text, signal, false) : { problem: unreadable }
  }

  async function ask({ worker }: Place, text: string, signal: AbortSignal | undefined): Promise<Outcome> {
    const reply = await worker.ask({ ask: 'run', text }, limits.milliseconds + grace, signal)
    if (reply === 'late') return { result: { problem: tooSlow(limits) }, spent: true }
    if (reply === 'killed') return { result: { problem: tooBig(limits) }, spent: true }
    if (reply === 'broken') return { result: { problem: breaking }, spent: true }
    return 'outcome' in reply ? reply.outcome : failed('failed' in reply ? reply.failed : 'its process is confused')
  }

  async function take(signal: AbortSignal | undefined): Promise<Place> {
    const known = idle.pop()
    if (known) clearTimeout(known.expiry)
    if (known?.worker.alive) return known
    const worker = startWorker()
    const reply = await worker.ask({ ask: 'open', instance, plan }, openingTime, signal)
    if (typeof reply === 'object' && 'opened' in reply) return { worker, tables: reply.opened }
    worker.end()
    return failed(typeof reply === 'object' && 'failed' in reply ? reply.failed : 'its process ended while it opened')
  }

  function give(place: Place): void {
    if (!place.worker.alive) return
    idle.push(place)
    place.expiry = setTimeout(() => {
      idle.splice(idle.indexOf(place), 1)
      end(place)
    }, idleTime)
    ;(place.expiry as { unref?: () => void }).unref?.()
  }

  function end({ worker, expiry }: Place): void {
    clearTimeout(expiry)
    worker.end()
  }
}

function failed(reason: string): never {
  throw new DeskwrightError('sql-console-failed', { reason })
}
