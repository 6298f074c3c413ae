/** The event by which a page sets parameters, and the message by which it arrives. */
export const updateType = 'openbb:widget-params:update'

/**
 * Writes the page of an `html` widget: what was sent, with a script that forwards the page's events and a ground that suits the theme.
 * Whoever forwards knows the token; a page that took its place in the frame does not.
 */
export function toPage(html: string, token: string, theme: 'dark' | 'light'): string {
  const doctype = /^\s*(?:<!--[\s\S]*?-->\s*)*<!doctype[^>]*>/i.exec(html)?.[0] ?? '<!doctype html>'
  const rest = html.startsWith(doctype) ? html.slice(doctype.length) : html
  return `${doctype}<meta charset="utf-8">${toGround(theme)}${toForwarder(token)}${rest}`
}

/** Colours for pages that say nothing about them; whatever a page says is stronger. */
function toGround(theme: 'dark' | 'light'): string {
  const text = theme === 'dark' ? '#d9dee5' : '#24292f'
  return `<style>:where(html){color-scheme:${theme};color:${text};font-family:system-ui,sans-serif;font-size:14px}</style>`
}

function toForwarder(token: string): string {
  const forward = `(token, type) => {
    const { parent } = window
    const send = parent.postMessage.bind(parent)
    addEventListener(type, ({ detail }) => {
      try { send({ type, token, detail: JSON.parse(JSON.stringify(detail)) }, '*') } catch {}
    })
    document.currentScript.remove()
  }`
  return `<script>(${forward})(${JSON.stringify(token)}, ${JSON.stringify(updateType)})</script>`
}
