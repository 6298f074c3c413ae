import { z } from 'zod'
import { list, optional } from '../exact.ts'

const article = z.strictObject({
  title: z.string(),
  /** ISO 8601. */
  date: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]),
  author: optional(z.string()),
  /** The preview. */
  excerpt: optional(z.string()),
  /** The full text, as Markdown. */
  body: optional(z.string()),
})

/** One article of a `newsfeed`. */
export interface Article extends z.infer<typeof article> {}

/** Reads one article, exactly. */
export const articleSchema: z.ZodType<Article> = article

/** Reads what a `newsfeed` answers, exactly. */
export const articlesSchema: z.ZodType<readonly Article[]> = list(articleSchema)

const text = optional(z.string()).catch('')

/** Reads articles as others send them: every text may be missing, dates are not checked, other keys are left out. */
export const receivedArticlesSchema: z.ZodType<readonly Article[]> = list(
  z.object({ title: z.string().catch(''), date: z.string().catch(''), author: text, excerpt: text, body: text }),
)
