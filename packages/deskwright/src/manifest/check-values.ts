import { isFormParam } from '../define/params/form.ts'
import type { AnyParam } from '../define/params/param.ts'
import { diagnose, type Place } from '../errors/diagnostic.ts'
import { show } from '../internal/show.ts'
import type { Compilation } from './compilation.ts'

/** Reports a default that its own parameter does not take. */
export function reportBadDefault(param: AnyParam, { where, path }: Place, { clock, report }: Compilation): void {
  if (isFormParam(param)) return
  const decoded = param.decode(undefined, clock)
  if ('value' in decoded) return
  const place = { where, path: `${path}.value` }
  report(diagnose('error', 'param-default-invalid', place, { problem: decoded.problem }))
}

/** Reports options that a query cannot carry: Workspace joins several values with commas, and leaves empty ones out. */
export function reportUnchoosable({ wire }: AnyParam, { where, path }: Place, { report }: Compilation): void {
  const { options, multiSelect, value } = wire
  if (!Array.isArray(options)) return
  for (const option of options as readonly { readonly value: unknown }[]) {
    const reason = multiSelect === true ? toSplit(option.value) : toLost(option.value, value)
    if (reason === undefined) continue
    const place = { where, path: `${path}.options` }
    report(diagnose('warning', 'option-unchoosable', place, { value: String(option.value), reason }))
  }
}

function toSplit(option: unknown): string | undefined {
  return String(option).includes(',') ? 'several values travel as comma text, so it arrives in pieces' : undefined
}

function toLost(option: unknown, value: unknown): string | undefined {
  if (option !== '' || value === undefined || value === null || value === '') return undefined
  return `empty values do not travel, so the default ${show(value)} arrives instead`
}
