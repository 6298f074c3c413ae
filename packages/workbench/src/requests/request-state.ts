import type { KeptBody } from './kept-body.ts'

/** The start of an answer, as far as the browser lets a page see it. */
export interface AnswerHead {
  readonly status: number
  readonly statusText: string
  readonly headers: Readonly<Record<string, string>>
}

/** What became of a request; times in milliseconds since its start. */
export type RequestState =
  | { readonly phase: 'pending' }
  | { readonly phase: 'answered'; readonly head: AnswerHead; readonly headAfter: number }
  | {
      readonly phase: 'finished'
      readonly head: AnswerHead
      readonly headAfter: number
      readonly finishedAfter: number
      readonly body: KeptBody
    }
  | {
      readonly phase: 'failed'
      readonly message: string
      /** Whether it was given up because the backend said nothing for too long. */
      readonly isLate: boolean
      readonly finishedAfter: number
      readonly head?: AnswerHead
    }
  | { readonly phase: 'aborted'; readonly finishedAfter: number; readonly head?: AnswerHead }
