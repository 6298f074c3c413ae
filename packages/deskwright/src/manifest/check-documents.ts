import type { z } from 'zod'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { appSchema } from '../spec/apps/app.ts'
import type { WireApp, WireWidgets } from '../spec/types.ts'
import { widgetSchema } from '../spec/widgets/widget.ts'

/** Holds what we are about to send against the exact contract: what types let through, or plain JavaScript wrote. */
export function checkDocuments(widgets: WireWidgets, apps: readonly WireApp[]): Diagnostic[] {
  return [
    ...Object.entries(widgets).flatMap(([id, widget]) => check(widgetSchema, widget, `widget "${id}"`)),
    ...apps.flatMap((app) => check(appSchema, app, `app "${app.name}"`)),
  ]
}

function check(schema: z.ZodType, value: unknown, where: string): Diagnostic[] {
  const parsed = schema.safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const { path, message } = deepest(issue)
    const received = show(
      path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value),
    )
    return diagnose('error', 'definition-invalid', { where, path: toPathText(path) }, { problem: message, received })
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
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
