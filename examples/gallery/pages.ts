import { html, iframe, markup, param, setParamsScript, trusted, youtube } from 'deskwright'

const size = { gridData: { w: 20, h: 12 } } as const
const colors = ['steelblue', 'seagreen', 'indianred'] as const
const color = param.text('Colour', { value: 'steelblue', options: colors })

const page = (name: string, more?: unknown) => markup`<!doctype html><meta charset="utf-8"><style>
body { margin: 0; height: 100vh; display: grid; place-content: center; font: 700 2rem system-ui; color: white }
</style><body style="background: ${name}"><p>${name}</p>${more}`

const buttons = markup`<p>${colors.map((name) => markup`<button value="${name}">${name}</button>`)}</p>
<script type="module">
  ${trusted(setParamsScript)}
  for (const button of document.querySelectorAll('button')) button.onclick = () => setParams({ color: button.value })
</script>`

/** Pages of one's own. */
export const pages = {
  html: html({ name: 'HTML', ...size, params: { color }, load: ({ color: name }) => page(name, buttons) }),
  iframe: iframe({ name: 'Iframe', ...size, load: () => page('rebeccapurple') }),
  youtube: youtube({ name: 'YouTube', ...size, load: () => 'https://www.youtube.com/watch?v=jNQXAC9IVRw' }),
}
