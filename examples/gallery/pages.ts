import { html, iframe, param, youtube } from 'deskwright'

const size = { gridData: { w: 20, h: 12 } } as const
const color = param.text('Colour', { value: 'steelblue', options: ['steelblue', 'seagreen', 'indianred'] })

const page = (name: string) => `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; height: 100vh; display: grid; place-content: center; font: 700 2rem system-ui; color: white; background: ${name} }
</style><p>${name}</p>`

/** Pages of one's own. */
export const pages = {
  html: html({ name: 'HTML', ...size, params: { color }, load: ({ color: name }) => page(name) }),
  iframe: iframe({ name: 'Iframe', ...size, load: () => page('rebeccapurple') }),
  youtube: youtube({ name: 'YouTube', ...size, load: () => 'https://www.youtube.com/watch?v=jNQXAC9IVRw' }),
}
