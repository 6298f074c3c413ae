import type { Connection, FieldDef, Submittable } from 'pg'
import type { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { BoundValue } from './bind.ts'

/** One statement of an exchange. */
export interface Step {
  readonly text: string
  readonly values?: readonly BoundValue[]
  /** `describe` finds out the columns and does not run it, `read` keeps the first column of its rows. */
  readonly task: 'run' | 'describe' | 'read'
  /** What it means when the server refuses this step. */
  readonly toError?: (cause: unknown) => DeskwrightError
}

/** What the driver calls while the server answers, and what reads the answer. */
export interface Exchange extends Submittable {
  /** The columns that the describing steps found, in their order. */
  readonly described: readonly (readonly FieldDef[])[]
  /** The step that the server refused. */
  readonly refused: Step | undefined
  /** Waits for rows; gives nothing after the last one. Rejects as soon as anything fails. */
  next(): Promise<readonly string[] | undefined>
  /** Wants no more rows: they are read and forgotten. Does nothing after the end. */
  discard(reason: unknown): void
  /** Settles when the server has answered or the connection is lost. */
  readonly ended: Promise<void>
  readonly isOver: boolean
}

const enough = 256 * 1024 // characters that wait for their reader
const sentAtOnce = true // what @types/pg wants and the driver no longer reads

/**
 * Makes an exchange: all steps are sent at once, and the first that fails ends it.
 *
 * The rows of a step come as fast as they are read: when enough of them wait, the socket is paused, and the server waits in turn. A portal
 * that is fetched in pieces would do the same, but PostgreSQL runs it without its parallel workers, and each piece is a round trip.
 */
export function createExchange(steps: readonly Step[]): Exchange {
  const described: (readonly FieldDef[])[] = []
  let waiting: string[] = []
  let size = 0
  let done = 0
  let failure: { readonly error: unknown } | undefined
  let refused: Step | undefined
  let discarding = false
  let isOver = false
  let link: Connection | undefined
  let wake = () => {}
  let settle = () => {}
  const ended = new Promise<void>((resolve) => (settle = resolve))

  function isWaiting(): boolean {
    return waiting.length === 0 && !failure && !isOver
  }

  function finishStep(): void {
    done += 1
  }

  function finish(): void {
    if (isOver) return
    isOver = true
    link?.off('noData', finishStep)
    link?.stream.resume()
    settle()
    wake()
  }

  const answers = {
    handleRowDescription({ fields }: { fields: readonly FieldDef[] }) {
      described[done] = fields
      finishStep()
    },
    handleDataRow({ fields: [text] }: { fields: readonly string[] }) {
      if (discarding || steps[done]?.task !== 'read') return
      waiting.push(text!)
      size += text!.length
      if (size >= enough) link?.stream.pause()
      wake()
    },
    handleCommandComplete: finishStep,
    handleEmptyQuery: finishStep,
    handlePortalSuspended() {},
    handleReadyForQuery: finish,
    handleError(error: unknown) {
      failure ??= { error }
      refused = steps[done]
      finish()
    },
  }

  return {
    ...answers,
    get described() {
      return described.filter((fields) => fields !== undefined)
    },
    get refused() {
      return refused
    },
    ended,
    get isOver() {
      return isOver
    },
    submit(connection) {
      link = connection
      connection.on('noData', finishStep)
      connection.stream.cork()
      for (const step of steps) send(connection, step)
      connection.sync()
      connection.stream.uncork()
    },
    async next() {
      while (isWaiting()) await new Promise<void>((resolve) => (wake = resolve))
      if (failure) throw failure.error
      if (waiting.length === 0) return undefined
      const rows = waiting
      waiting = []
      size = 0
      link?.stream.resume()
      return rows
    },
    discard(reason) {
      if (isOver) return
      discarding = true
      failure ??= { error: reason }
      waiting = []
      link?.stream.resume()
      wake()
    },
  }
}

function send(connection: Connection, { text, values = [], task }: Step): void {
  const types = values.map(({ type }) => type) as unknown as string[] // the driver wants numbers
  connection.parse({ name: '', text, types }, sentAtOnce)
  if (task === 'describe') return connection.describe({ type: 'S', name: '' }, sentAtOnce)
  connection.bind({ values: values.map((value) => value.text) }, sentAtOnce)
  connection.execute({}, sentAtOnce)
}
