import type { ConsoleLimits } from '../console.ts'
import { openLockedInstance, type LockedInstance } from './locked-instance.ts'
import type { Question, Reply } from './messages.ts'
import { runQuery } from './run-query.ts'

// The process that a console's queries run in. It holds one locked database, answers one question at a time, and ends with the
// process that started it. What no interrupt stops and no setting counts ends here with the process.

const watchEvery = 10 // milliseconds

let instance: LockedInstance
let limits: ConsoleLimits

process.on('disconnect', end)
process.on('message', (question: Question) => {
  answer(question).then(reply, (error: unknown) =>
    reply({ failed: error instanceof Error ? error.message : String(error) }),
  )
})

function reply(message: Reply): void {
  process.send?.(message)
}

async function answer(question: Question): Promise<Reply> {
  if (question.ask === 'open') {
    limits = question.plan.limits
    instance = await openLockedInstance(question.instance, question.plan)
    return { opened: instance.tables }
  }
  const allowed = process.memoryUsage.rss() + limits.megabytes * 1024 * 1024
  const watch = setInterval(() => process.memoryUsage.rss() > allowed && end(), watchEvery)
  try {
    const outcome = await runQuery(instance, question.text, limits, AbortSignal.timeout(limits.milliseconds))
    const isHeavy = process.memoryUsage.rss() > allowed - (limits.megabytes * 1024 * 1024) / 2
    return { outcome: { ...outcome, spent: outcome.spent || isHeavy } }
  } finally {
    clearInterval(watch)
  }
}

/** Ends at once: an orderly exit would wait for the query. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}
