import type { Answered, Question } from './ask.ts'
import { most } from './ask.ts'
import type { ProbeTarget } from './probe.ts'
import { toDetail, toUnreadable } from './read-answer.ts'

/** The JSON of an answer, or why there is none. */
export type AskedJson =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: string; readonly status?: number; readonly isSlow: boolean }

/** Asks for JSON, and says in a few words what came instead. */
export async function askJson(
  { ask, timeout }: Pick<ProbeTarget, 'ask' | 'timeout'>,
  question: Question,
): Promise<AskedJson> {
  return toJson(await ask(question), timeout)
}

function toJson(answered: Answered, timeout: number): AskedJson {
  if (answered.kind === 'slow') return { problem: `nothing complete came within ${timeout / 1000} s`, isSlow: true }
  if (answered.kind === 'endless') return { problem: `more than ${most / 2 ** 20} MB came`, isSlow: true }
  if (answered.kind === 'failed') return { problem: `no answer came: ${answered.reason}`, isSlow: false }
  const { status, bytes } = answered
  const text = new TextDecoder().decode(bytes)
  if (status < 200 || status > 299 || status === 204) {
    const said = toDetail(text)
    return { problem: `the answer is ${status}${said === '' ? '' : `: ${said}`}`, status, isSlow: false }
  }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { problem: `the answer is no JSON: ${toUnreadable(text)}`, status, isSlow: false }
  }
}
