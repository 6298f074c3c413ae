import { diagnose, type Diagnostic, type Place, type Severity } from '../../errors/diagnostic.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import type { Answered, Question } from './ask.ts'
import { most } from './ask.ts'

/** What could be read of an answer. */
export interface ReadAnswer {
  /** JSON where it is JSON, else text; absent when there is nothing to judge. */
  readonly value?: unknown
  readonly findings: readonly Diagnostic[]
}

/** How severe it is when there is no data. */
export interface Gravity {
  readonly severity: Severity
  readonly timeout: number
  /** What will do; `either` is read by its Content-Type. */
  readonly wants: 'json' | 'text' | 'either'
}

/** Reads an answer as Workspace does, and says why it cannot be used. */
export function readAnswer(
  place: Place,
  { method = 'GET', url }: Question,
  answered: Answered,
  gravity: Gravity,
): ReadAnswer {
  const { severity, timeout, wants } = gravity
  if (answered.kind === 'failed' && answered.encoding !== undefined) {
    const { encoding, reason } = answered
    return { findings: [diagnose(severity, 'widget-miscompressed', place, { url, encoding, reason })] }
  }
  if (answered.kind !== 'answer') {
    const reason =
      answered.kind === 'slow'
        ? `nothing complete within ${timeout / 1000} s`
        : answered.kind === 'endless'
          ? `more than ${most / 2 ** 20} MB came, and it goes on`
          : answered.reason
    return { findings: [diagnose(severity, 'widget-unanswered', place, { url, reason })] }
  }
  const { status, headers, bytes } = answered
  const text = new TextDecoder().decode(bytes)
  if (status === 204) return { findings: [diagnose('warning', 'widget-no-content', place, { url })] }
  if (status < 200 || status > 299) {
    if (isExpected(status, text)) return { findings: [] }
    const said = toDetail(text)
    return { findings: [diagnose(severity, 'widget-status', place, { method, url, answered: status, said })] }
  }
  const findings = isUtf8(bytes) ? [] : [diagnose('warning', 'widget-encoding', place, { url })]
  const isJson = wants === 'json' || (wants === 'either' && /\bjson\b/i.test(headers.get('content-type') ?? ''))
  if (!isJson) return { value: text, findings }
  try {
    return { value: JSON.parse(text) as unknown, findings }
  } catch {
    return {
      findings: [...findings, diagnose(severity, 'widget-unreadable', place, { url, reason: toUnreadable(text) })],
    }
  }
}

/** Workspace's own probe does not count what only says that values are missing. */
function isExpected(status: number, text: string): boolean {
  return status === 405 || status === 422 || /field required|missing/i.test(text)
}

/** Gives what an error says, as Workspace would show it. */
export function toDetail(text: string): string {
  try {
    const body = JSON.parse(text) as unknown
    const said = isJsonObject(body) ? (body['detail'] ?? body['message'] ?? body['error'] ?? body) : body
    return shorten(typeof said === 'string' ? said : JSON.stringify(said)).replace(/\.$/, '')
  } catch {
    return ''
  }
}

/** Says why a text is no JSON. */
export function toUnreadable(text: string): string {
  if (text.trim() === '') return 'it is empty'
  if (/^\s*</.test(text)) return 'it is an HTML page'
  const bad = /[[:,]\s*(-?Infinity|NaN)\s*[\],}]/.exec(text)?.[1]
  if (bad !== undefined) return `it holds ${bad}`
  return `it begins with ${JSON.stringify(shorten(text))}`
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
