import type { AcceptedWidget } from 'deskwright/spec'

/** When a widget asks again, in milliseconds since 1970. Without a time it does not; then `problem` may say why. */
export interface NextRefetch {
  readonly at?: number
  readonly problem?: string
}

const usual = 900_000

/** Finds when a widget's data is asked for again: milliseconds later, at the next time of a cron text, or never. */
export async function findNextRefetch(interval: AcceptedWidget['refetchInterval'], now: number): Promise<NextRefetch> {
  if (interval === false) return {}
  if (typeof interval !== 'string') return { at: now + (interval ?? usual) }
  const { Cron } = await import('croner')
  try {
    const next = new Cron(interval, { paused: true }).nextRun(new Date(now))
    return next === null ? { problem: `"${interval}" never comes again.` } : { at: next.getTime() }
  } catch (error) {
    return { problem: `refetchInterval "${interval}" is no cron text: ${error instanceof Error ? error.message : ''}` }
  }
}
