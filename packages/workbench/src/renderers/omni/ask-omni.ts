import { toTrouble } from '../documents/to-trouble.ts'
import type { RenderContext } from '../renderer.ts'
import { readAnswer, type ReadAnswer } from './read-answer.ts'

/** What came of a prompt. */
export type OmniResult = ReadAnswer | { readonly trouble: string }

/** Posts a prompt with all other values. Rejects when the signal aborts. */
export async function askOmni(prompt: string, context: RenderContext, signal: AbortSignal): Promise<OmniResult> {
  const body = { ...context.values, prompt }
  try {
    const response = await context.request(context.widget.endpoint ?? '', {
      method: 'POST',
      body,
      signal,
      isPatient: true,
    })
    if (!response.ok) return { trouble: await toTrouble(response) }
    const text = await response.text()
    return readAnswer(parse(text))
  } catch (error) {
    signal.throwIfAborted()
    return { trouble: error instanceof Error ? error.message : 'The backend cannot be reached.' }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
