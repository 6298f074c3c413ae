import type { z } from 'zod'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { joinPath } from '../spec/read/cursor.ts'
import { show } from '../internal/show.ts'

/** Holds a value against a schema; every issue is a finding that names what came and where. */
export function checkSchema(schema: z.ZodType, value: unknown, where: string): Diagnostic[] {
  const parsed = schema.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const { path, message } = deepest(issue)
    const received = path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null)?.[key], value)
    const details = { problem: message, received: show(received) }
    return diagnose('error', 'definition-invalid', { where, path: toPathText(path) }, details)
  })
}

interface Finding {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** A union fails with one list of issues for each branch; the branch that got furthest is the one that was meant. */
function deepest(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[] = []): Finding {
  const path = [...prefix, ...issue.path]
  if (issue.code !== 'invalid_union') return { path, message: issue.message }
  const branches = issue.errors.flatMap((issues) => issues.map((inner) => deepest(inner, path)))
  const furthest = Math.max(0, ...branches.map((branch) => branch.path.length))
  const best = branches.filter((branch) => branch.path.length === furthest)
  const [first] = best
  if (first === undefined) return { path, message: issue.message }
  return { path: first.path, message: [...new Set(best.map(({ message }) => message))].join(', or ') }
}

function toPathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => joinPath(text, typeof key === 'symbol' ? String(key) : key), '')
}
