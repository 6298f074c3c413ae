import { type JsonSlip, scanJson } from './scan-json.ts'

/** Finds the first place at which a text stops being JSON. Expects a text that `JSON.parse` refuses. */
export function locateJsonError(text: string): JsonSlip {
  const [slip] = scanJson(text)
  return slip ?? { offset: 0, came: 'something else', allowed: 'JSON', hint: 'Write valid JSON.' }
}
