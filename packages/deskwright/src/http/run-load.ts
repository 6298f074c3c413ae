import { isJsonBody } from '../define/json-body.ts'
import { isRowSet } from '../define/row-set.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Content } from './content.ts'
import { checkAnswer, encodeAnswer } from './encode-answer.ts'
import type { Job } from './job.ts'
import { readRows } from './row-stream.ts'

/** Runs a loader once, checks what it returns and writes it. The time limit covers everything up to the first byte. */
export function runLoad(job: Job): Awaitable<Content> {
  const { view, values, context, body } = job
  const value = view.load(values, context, body)
  const content = isPromise(value) ? Promise.resolve(value).then((late) => toContent(job, late)) : toContent(job, value)
  return isPromise(content) ? limitTime(job, content) : content
}

function toContent({ view, values, where, audience, holdBack, exchange }: Job, value: unknown): Awaitable<Content> {
  const { contentType } = view.answer
  checkAnswer(value, view.answer, where, values)
  if (!isRowSet(value) && !isJsonBody(value)) {
    const body = encodeAnswer(value, view.answer, where)
    return isPromise(body) ? Promise.resolve(body).then((late) => ({ contentType, body: late })) : { contentType, body }
  }
  const { signal } = audience
  const onBreak = (error: unknown) => {
    if (!signal.aborted) exchange.logError('error', `${where} failed after its answer had begun`, error)
    return new DeskwrightError('answer-broken-off', { where, requestId: exchange.requestId })
  }
  return readRows(value, signal, holdBack, onBreak).then((rows) => ({ contentType, body: rows }))
}

/** Waits for what a load gives, but no longer than its time limit. */
export async function limitTime<T>({ timeout, where, audience }: Job, result: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new DeskwrightError('load-timed-out', { where, timeout })
      reject(error)
      audience.abort(error)
    }, timeout)
  })
  try {
    return await Promise.race([result, limit])
  } finally {
    clearTimeout(timer)
  }
}
