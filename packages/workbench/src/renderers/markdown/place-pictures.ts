import type { RenderContext } from '../renderer.ts'
import { allowHost, hostOf, mayLoad } from '../documents/hosts.ts'

/**
 * Puts pictures that were taken out of a text back, and replaces those of hosts that were not allowed by a button that asks for them.
 */
export function placePictures(
  fragment: DocumentFragment,
  pictures: readonly string[],
  context: Pick<RenderContext, 'toUrl'>,
): void {
  for (const picture of fragment.querySelectorAll('img')) {
    const source = picture.getAttribute('src') ?? ''
    const written = pictures[Number(/^#picture-(\d+)$/.exec(source)?.[1] ?? -1)]
    if (written !== undefined) picture.setAttribute('src', written)
    else if (mayLoad(source, context)) picture.setAttribute('referrerpolicy', 'no-referrer')
    else picture.replaceWith(toStandIn(picture, hostOf(source)))
  }
}

function toStandIn(picture: HTMLImageElement, host: string | undefined): Node {
  const words = picture.alt === '' ? 'Picture' : picture.alt
  if (host === undefined) return document.createTextNode(words)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'document-button'
  button.textContent = `${words} · load from ${host}`
  // A picture inside a link must not open the link.
  button.addEventListener('click', (event) => {
    event.preventDefault()
    allowHost(host)
  })
  return button
}
