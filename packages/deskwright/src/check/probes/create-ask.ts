import { type Answered, ask, type Question } from './ask.ts'

/** Creates what asks, but for the same thing only once. */
export function createAsk(options: Parameters<typeof ask>[0]): (question: Question) => Promise<Answered> {
  const known = new Map<string, Promise<Answered>>()
  return (question) => {
    const key = JSON.stringify(question)
    const answered = known.get(key) ?? ask(options, question)
    known.set(key, answered)
    // What is large is rather asked for again than kept.
    void answered.then(
      (answer) => (answer.kind === 'answer' && answer.bytes.length > 2 ** 20 ? known.delete(key) : undefined),
      () => undefined,
    )
    return answered
  }
}
