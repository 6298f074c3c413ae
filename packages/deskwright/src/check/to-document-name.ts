import { isJsonObject } from '../spec/read/reader.ts'
import type { DocumentName } from './source.ts'

/** Says which document a value is, by its shape; by the name of its file when the shape does not tell. */
export function toDocumentName(value: unknown, file: string): DocumentName {
  const parts = Array.isArray(value) ? value : isJsonObject(value) ? [value, ...Object.values(value)] : []
  for (const part of parts) {
    if (!isJsonObject(part)) continue
    if (isJsonObject(part['endpoints'])) return 'agents'
    if (typeof part['endpoint'] === 'string') return 'widgets'
    if ('tabs' in part) return 'apps'
  }
  if (/agents|copilots/i.test(file)) return 'agents'
  if (/apps|templates/i.test(file)) return 'apps'
  if (/widgets/i.test(file)) return 'widgets'
  return Array.isArray(value) ? 'apps' : 'widgets'
}
