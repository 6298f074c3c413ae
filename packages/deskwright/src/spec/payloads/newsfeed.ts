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
