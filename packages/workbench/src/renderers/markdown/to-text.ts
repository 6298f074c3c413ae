import type { RenderProblem } from '../renderer.ts'

/** Reads what a widget of text answers. Anything but a text is written as JSON, with a problem that says so. */
export function toText(data: unknown): { readonly text: string; readonly problems: readonly RenderProblem[] } {
  if (data === null || data === undefined) return { text: '', problems: [] }
  if (typeof data !== 'object') return { text: typeof data === 'string' ? data : JSON.stringify(data), problems: [] }
  return {
    text: `\`\`\`json\n${JSON.stringify(data, null, 2)}\n\`\`\``,
    problems: [
      {
        severity: 'error',
        message: `The answer is ${Array.isArray(data) ? 'a list' : 'an object'}, not a text.`,
        hint: 'Answer a JSON string or plain text, or name the field that holds it in data.dataKey.',
      },
    ],
  }
}
