import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Content } from './content.ts'
import { toJobKey, type Job } from './job.ts'
import { runLoad } from './run-load.ts'

/** Does loads; identical ones that overlap in time are done once. */
export type DoLoad = (job: Job) => Awaitable<Content>

interface Flight {
  readonly job: Job
  readonly content: Promise<Content>
}

/**
 * Creates what does the loads of one route, by `run`. A load that turns out to be personal is kept to itself: those who waited for it
 * load on their own, and so does everybody from then on. A route whose cache says what answers vary by is shared all the same.
 */
export function createSharedLoads(run: DoLoad = runLoad): DoLoad {
  const flights = new Map<string, Flight>()
  let personal = false

  const start: DoLoad = (job) => {
    const content = run(job)
    if (isPersonal(job)) personal = true
    if (personal || !isPromise(content)) return content
    const key = toJobKey(job)
    const flight = { job, content: Promise.resolve(content) }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    flight.content.then(land, land)
    return flight.content
  }

  const join = async ({ job: first, content }: Flight, job: Job): Promise<Content> => {
    first.audience.join(job.exchange.request)
    const [result] = await Promise.allSettled([content])
    if (isPersonal(first)) personal = true
    else if (result.status === 'rejected') throw result.reason
    else if (!(result.value.body instanceof ReadableStream)) return result.value
    return run(job)
  }

  return (job) => {
    const flight = personal || flights.size === 0 ? undefined : flights.get(toJobKey(job))
    return flight === undefined || flight.job.audience.stopped ? start(job) : join(flight, job)
  }
}

/** Whether the answer is for this request only. */
export function isPersonal({ context, varies }: Job): boolean {
  return context.personal && !varies
}
