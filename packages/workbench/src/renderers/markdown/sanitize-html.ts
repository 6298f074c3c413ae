import createPurifier, { type Config } from 'dompurify'

const purifier = createPurifier(window)

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  USE_PROFILES: { html: true },
  FORBID_TAGS:
    'style form button select option textarea fieldset dialog marquee template video audio source track picture map area'.split(
      ' ',
    ),
  FORBID_ATTR: ['srcset', 'background', 'poster', 'autofocus', 'tabindex', 'popover', 'usemap', 'is'],
  ALLOW_DATA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
}

/** What an author may say about looks; nothing that loads, moves over other things, or covers them. */
const styles = (
  'color background-color text-align vertical-align text-decoration white-space width height max-width max-height font-size ' +
  'font-weight font-style border border-radius display gap padding margin border-collapse list-style-type float clear ' +
  'opacity line-height'
).split(' ')

const classes = /^(math-inline|math-display|language-[\w-]+)$/

purifier.addHook('uponSanitizeAttribute', (_element, attribute) => {
  if (attribute.attrName === 'class') attribute.keepAttr = classes.test(attribute.attrValue)
  if (attribute.attrName === 'style') attribute.attrValue = toHarmlessStyle(attribute.attrValue)
})

purifier.addHook('afterSanitizeAttributes', (element) => {
  if (element.tagName === 'A') sanitizeLink(element)
  if (element.tagName === 'INPUT' && element.getAttribute('type') === 'checkbox') element.setAttribute('disabled', '')
  else if (element.tagName === 'INPUT') element.remove()
})

/** Makes HTML of strangers harmless: no script, no styles that cover the page, links that open elsewhere and know nothing of us. */
export function sanitizeHtml(html: string): DocumentFragment {
  return purifier.sanitize(html, config)
}

/** Keeps links to elsewhere and to places of the same text; a path would lead into the Workbench itself. */
function sanitizeLink(link: Element): void {
  const target = link.getAttribute('href') ?? ''
  if (target.startsWith('#')) return
  if (!/^(https?|mailto|tel):/i.test(target)) return link.removeAttribute('href')
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

function toHarmlessStyle(text: string): string {
  const { style } = document.createElement('i')
  style.cssText = text
  const kept = [...style].filter((name) => styles.some((style) => name === style || name.startsWith(`${style}-`)))
  const pairs = kept.map((name) => [name, style.getPropertyValue(name)] as const)
  return pairs
    .filter(([, value]) => !/url\(|image\(|image-set\(/i.test(value))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}
