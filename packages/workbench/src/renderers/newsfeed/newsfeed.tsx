import { useRef, useState } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { useReports } from '../documents/use-reports.ts'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import type { RenderContext, Renderer } from '../renderer.ts'
import { toArticles, type ShownArticle } from './to-articles.ts'
import { toDateText } from './to-date-text.ts'
import './newsfeed.css'

const pageLength = 100

/** Shows a list of articles, and the one that is opened. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs: 'Articles are in the order of the answer; long lists show a hundred at a time.',
  mount: mountComponent(Newsfeed),
}

function Newsfeed({ data, context }: DocumentProps) {
  const { articles, problems } = toArticles(data)
  useReports(context, problems)
  const [opened, setOpened] = useState<ShownArticle>()
  const [length, setLength] = useState(pageLength)
  const place = useRef<HTMLOListElement>(null)

  if (articles.length === 0 && problems.length > 0) {
    return (
      <Notice title={problems[0]!.message} tone="error">
        {problems[0]!.hint}
      </Notice>
    )
  }
  if (articles.length === 0) return <Notice title="No articles" />
  if (opened !== undefined)
    return <OpenedArticle article={opened} context={context} close={() => setOpened(undefined)} />
  return (
    <div class="newsfeed">
      <ol ref={place} class="newsfeed-list">
        {articles.slice(0, length).map((article, index) => (
          <li key={index}>
            <button type="button" class="newsfeed-entry" onClick={() => setOpened(article)}>
              <span class="newsfeed-title">
                {article.title === '' ? 'Without a title' : article.title.slice(0, 500)}
              </span>
              <Byline {...article} />
              {article.excerpt !== '' && <span class="newsfeed-excerpt">{article.excerpt.slice(0, 1000)}</span>}
            </button>
          </li>
        ))}
      </ol>
      {articles.length > length && (
        <button type="button" class="document-button" onClick={() => setLength(length + pageLength)}>
          Show more of {articles.length.toLocaleString('en')}
        </button>
      )}
    </div>
  )
}

function Byline({ author, date }: Pick<ShownArticle, 'author' | 'date'>) {
  return (
    <span class="newsfeed-byline">
      {author.slice(0, 200)}
      {author !== '' && date !== '' && ' · '}
      {date !== '' && <time dateTime={date.slice(0, 50)}>{toDateText(date)}</time>}
    </span>
  )
}

interface OpenedArticleProps {
  readonly article: ShownArticle
  readonly context: RenderContext
  readonly close: () => void
}

function OpenedArticle({ article, context, close }: OpenedArticleProps) {
  return (
    <article class="document-page newsfeed-article" onKeyDown={({ key }) => void (key === 'Escape' && close())}>
      <button type="button" class="document-button" onClick={close} ref={(button) => button?.focus()}>
        ← All articles
      </button>
      <h2>{article.title}</h2>
      <Byline {...article} />
      <MarkdownText text={article.body === '' ? article.excerpt : article.body} context={context} />
    </article>
  )
}
