import { useEffect, useState } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { useReports } from '../documents/use-reports.ts'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import { toText } from '../markdown/to-text.ts'
import type { Renderer } from '../renderer.ts'
import { toPlayer, toVideo } from './to-video.ts'
import '../documents/page-frame.css'
import './youtube.css'

/** Shows a video once it is asked for. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Nothing is asked of YouTube before play is pressed, so there is no preview; the player is the one without cookies.',
  mount: mountComponent(Youtube),
}

function Youtube({ data, context }: DocumentProps) {
  const { text, problems } = toText(data)
  const video = context.raw ? undefined : toVideo(text)
  const isWrong = !context.raw && video === undefined && text.trim() !== '' && problems.length === 0
  const [played, setPlayed] = useState<string>()
  useEffect(() => setPlayed(undefined), [text])
  useReports(context, [...problems, ...(isWrong ? [wrongAddress] : [])])

  if (text.trim() === '') return <Notice title="No video" />
  if (context.raw) {
    return (
      <div class="document-page">
        <MarkdownText text={text} context={context} />
      </div>
    )
  }
  if (video === undefined) {
    return (
      <Notice title={problems[0]?.message ?? wrongAddress.message} tone="error">
        {text.slice(0, 300)}
      </Notice>
    )
  }
  if (played !== text) {
    return (
      <button type="button" class="youtube-cover" onClick={() => setPlayed(text)}>
        <span class="youtube-play" aria-hidden="true" />
        <span>Play video {video.id}</span>
        <span class="youtube-host">loads from youtube-nocookie.com</span>
      </button>
    )
  }
  return (
    <iframe
      class="page-frame"
      title={context.widget.name}
      src={toPlayer(video)}
      sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      allow="autoplay; encrypted-media; fullscreen; picture-in-picture"
      allowFullScreen
      referrerpolicy="strict-origin-when-cross-origin"
    />
  )
}

const wrongAddress = {
  severity: 'error',
  message: 'The answer is no address of a YouTube video.',
  hint: 'Answer plain text: https://www.youtube.com/watch?v=…',
} as const
