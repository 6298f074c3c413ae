import type { RenderProblem } from '../renderer.ts'

/** One article as it is drawn; what is missing is an empty text. */
export interface ShownArticle {
  readonly title: string
  readonly date: string
  readonly author: string
  readonly excerpt: string
  readonly body: string
}

/** Reads what a `newsfeed` answers, with whatever is wrong in it. */
export function toArticles(data: unknown): {
  readonly articles: readonly ShownArticle[]
  readonly problems: readonly RenderProblem[]
} {
  if (data === null || data === undefined || data === '') return { articles: [], problems: [] }
  if (!Array.isArray(data)) {
    const hint = 'Answer a list, or name the field that holds it in data.dataKey.'
    return { articles: [], problems: [{ severity: 'error', message: 'The answer is no list of articles.', hint }] }
  }
  const problems: RenderProblem[] = []
  const articles = (data as readonly unknown[]).flatMap((entry, index) => toArticle(entry, `[${index}]`, problems))
  return { articles, problems }
}

function toArticle(entry: unknown, path: string, problems: RenderProblem[]): readonly ShownArticle[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    problems.push({ severity: 'error', message: 'An article is no object.', path })
    return []
  }
  const found = entry as Record<string, unknown>
  const text = (name: string) => (['string', 'number'].includes(typeof found[name]) ? String(found[name]) : '')
  if (text('title') === '') problems.push({ severity: 'warning', message: 'An article has no title.', path })
  const date = text('date')
  if (Number.isNaN(Date.parse(date))) {
    problems.push({
      severity: 'warning',
      message: date === '' ? 'An article has no date.' : `The date of an article cannot be read: ${date.slice(0, 50)}`,
      hint: 'Write dates as ISO 8601: 2026-03-31T14:30:00Z.',
      path: `${path}.date`,
    })
  }
  return [{ title: text('title'), date, author: text('author'), excerpt: text('excerpt'), body: text('body') }]
}
