/** What a form says after it was refused. */
export interface FormErrors {
  /** For the whole form. */
  readonly message: string
  /** By the fields' names. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Reads what a backend answered to a form, `undefined` when it took it: only 200 counts. The text of `error` comes first, then `detail` and `message`;
 * a list of `{loc, msg}` is told to the fields that it names, and so is what `fields` has beside a text.
 * @see widgets-json §6.6
 */
export function toFormErrors(
  answer: { readonly status: number; readonly statusText: string; readonly text: string },
  names: readonly string[],
): FormErrors | undefined {
  if (answer.status === 200) return undefined
  const fallback = answer.statusText || `Status ${answer.status}`
  if (answer.status < 400) return { message: `${fallback}: Workspace takes only status 200 as success.`, fields: {} }
  const body = parseObject(answer.text)
  const said = [body['error'], body['detail'], body['message']].find((value) => value !== undefined && value !== '')
  if (said === undefined) return { message: fallback, fields: {} }
  if (typeof said === 'string') return { message: said, fields: readFields(body['fields'], names) }
  const fields: Record<string, string> = {}
  const others: string[] = []
  for (const problem of Array.isArray(said) ? (said as readonly unknown[]) : [said]) {
    const { loc, msg } = toProblem(problem)
    const name = loc.findLast((step) => names.includes(step))
    if (name === undefined) others.push([...loc, msg].join(' · '))
    else fields[name] = [fields[name], msg].filter(Boolean).join(' ')
  }
  const message = others.length > 0 ? others.join('\n') : 'Some fields were refused.'
  return { message, fields }
}

/** Backends of Deskwright say beside the text which field is wrong how. */
function readFields(said: unknown, names: readonly string[]): FormErrors['fields'] {
  if (typeof said !== 'object' || said === null) return {}
  const problems = said as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    names.flatMap((name) => {
      const problem = Object.hasOwn(problems, name) ? problems[name] : undefined
      return typeof problem === 'string' ? [[name, problem]] : []
    }),
  )
}

function toProblem(problem: unknown): { readonly loc: readonly string[]; readonly msg: string } {
  const { loc, msg } = (typeof problem === 'object' && problem !== null ? problem : {}) as Record<string, unknown>
  return {
    loc: Array.isArray(loc) ? loc.map(String) : [],
    msg: typeof msg === 'string' ? msg : typeof problem === 'string' ? problem : JSON.stringify(problem),
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
