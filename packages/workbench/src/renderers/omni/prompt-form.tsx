import type { WireParam } from 'deskwright/spec'
import { useEffect, useState } from 'preact/hooks'

/** The prompt, and what happens with it. */
export interface PromptFormProps {
  readonly param: WireParam | undefined
  /** What is written when it opens, or comes from elsewhere later. */
  readonly first: string
  readonly isAsking: boolean
  readonly ask: (prompt: string) => void
}

/** Takes a prompt. Enter asks, Shift and Enter begin a line; in a prompt of code it is the other way round, with Control. */
export function PromptForm({ param, first, isAsking, ask }: PromptFormProps) {
  const [prompt, setPrompt] = useState(first)
  useEffect(() => setPrompt(first), [first])
  const isCode = param?.language !== undefined && param.language !== 'text'

  function press(event: KeyboardEvent): void {
    const isMeant = isCode ? event.ctrlKey || event.metaKey : !event.shiftKey
    if (event.key !== 'Enter' || !isMeant || event.isComposing) return
    event.preventDefault()
    ask(prompt)
  }

  return (
    <form
      class="omni-prompt"
      onSubmit={(event) => {
        event.preventDefault()
        ask(prompt)
      }}
    >
      <textarea
        class={isCode ? 'omni-code' : ''}
        aria-label={param?.label ?? 'Prompt'}
        placeholder={param?.placeholder ?? param?.description ?? 'Prompt'}
        rows={Math.min(Math.max(prompt.split('\n').length, isCode ? 4 : 1), 10)}
        spellcheck={!isCode}
        value={prompt}
        onInput={({ currentTarget }) => setPrompt(currentTarget.value)}
        onKeyDown={press}
      />
      <button type="submit" class="document-button" title={isCode ? 'Control + Enter' : 'Enter'}>
        {isAsking ? 'Asking …' : 'Ask'}
      </button>
    </form>
  )
}
