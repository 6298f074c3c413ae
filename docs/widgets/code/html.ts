import { defineBackend, html, markup, param } from 'deskwright'

const limits = [
  { name: 'Single name', used: 82 },
  { name: 'Sector', used: 64 },
  { name: 'Currency', used: 17 },
]

const page = html({
  name: 'Limits',
  description: 'How much of each limit is used',
  params: { warnAt: param.number('Warn at', { value: 75 }) },
  load: ({ warnAt }) => markup`<!doctype html>
<style>
  body { font: 1rem system-ui; color: #9aa4b2 }
  p { display: grid; grid-template-columns: 7rem 1fr 4rem }
  meter { width: 95% }
</style>
${limits.map(({ name, used }) => markup`<p>${name} <meter max="100" high="${warnAt}" value="${used}"></meter> ${used} %</p>\n`)}`,
  raw: () => limits,
})

export default defineBackend({ name: 'HTML', widgets: { page } })
