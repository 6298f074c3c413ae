import { useEffect, useState } from 'preact/hooks'

/** A text while it is typed. It is committed when it differs from what was there, and follows what comes from outside. */
export interface Draft {
  readonly text: string
  readonly type: (text: string) => void
  readonly commit: (text?: string) => void
}

/** Keeps what is typed apart from the value until it is committed. */
export function useDraft(committed: string, onCommit: (text: string) => void): Draft {
  const [text, setText] = useState(committed)
  useEffect(() => setText(committed), [committed])
  return {
    text,
    type: setText,
    commit: (last = text) => {
      setText(last)
      if (last !== committed) onCommit(last)
    },
  }
}
