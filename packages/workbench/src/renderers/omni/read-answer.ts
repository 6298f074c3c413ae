import type { RenderProblem } from '../renderer.ts'

/** Where an answer comes from. */
export interface Citation {
  readonly name: string
  readonly origin: string
  /** What is known of it, as names and texts. */
  readonly facts: readonly (readonly [string, string])[]
}

/** An answer as it is shown. */
export interface ReadAnswer {
  readonly kind: 'text' | 'table' | 'chart'
  readonly content: unknown
  readonly citable: boolean
  readonly citations: readonly Citation[]
  readonly problems: readonly RenderProblem[]
}

const kinds = ['text', 'table', 'chart'] as const
const most = 200

/** Reads what an `omni` answers: what is missing is guessed from the content, and said. */
export function readAnswer(answer: unknown): ReadAnswer {
  const problems: RenderProblem[] = []
  if (!isObject(answer) || !('content' in answer)) {
    const hint = 'Answer {content, data_format: {data_type: "object", parse_as: "text"}, citable, extra_citations}.'
    problems.push({ severity: 'error', message: 'The answer has no content.', hint })
    return { kind: 'text', content: answer, citable: false, citations: [], problems }
  }
  const format = isObject(answer['data_format']) ? answer['data_format'] : {}
  const named = kinds.find((kind) => kind === format['parse_as'])
  const content = named === 'text' ? answer['content'] : parse(answer['content'])
  const guessed = Array.isArray(content) ? 'table' : isObject(content) ? 'chart' : 'text'
  if (named === undefined) {
    const message = `The answer does not say how to show it: it is taken for a ${guessed}.`
    problems.push({ severity: 'warning', message, hint: 'Name text, table or chart.', path: 'data_format.parse_as' })
  } else if (named !== 'text' && named !== guessed) {
    const message = `The content is no ${named}: it is shown as a ${guessed}.`
    problems.push({ severity: 'error', message, path: 'content' })
  }
  const list: readonly unknown[] = Array.isArray(answer['extra_citations']) ? answer['extra_citations'] : []
  return {
    kind: named === 'text' ? 'text' : guessed,
    content,
    citable: answer['citable'] === true,
    citations: list.slice(0, most).flatMap((entry, index) => readCitation(entry, index, problems)),
    problems,
  }
}

function readCitation(entry: unknown, index: number, problems: RenderProblem[]): readonly Citation[] {
  const info = isObject(entry) && isObject(entry['source_info']) ? entry['source_info'] : undefined
  if (!isObject(entry) || typeof info?.['name'] !== 'string') {
    const message = 'A citation needs source_info with type and name.'
    problems.push({ severity: 'warning', message, path: `extra_citations[${index}]` })
    return []
  }
  const { name, origin, description, metadata } = info
  const details: readonly unknown[] = Array.isArray(entry['details']) ? entry['details'] : []
  const known = [{ description }, metadata, ...details].filter(isObject)
  return [
    {
      name,
      origin: toText(origin),
      facts: known
        .flatMap((facts) => Object.entries(facts))
        .map(([key, value]) => [key, toText(value)] as const)
        .filter(([, value]) => value !== '')
        .slice(0, most),
    },
  ]
}

/** Tables and figures come as JSON in a text, too. */
function parse(content: unknown): unknown {
  if (typeof content !== 'string' || !/^\s*[[{]/.test(content)) return content
  try {
    return JSON.parse(content)
  } catch {
    return content
  }
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 5000)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
