import type { Paint } from '../../errors/render.ts'
import type { Backend } from '../../http/backend.ts'
import { defaultPort } from '../../node/listen.ts'
import type { RunningServer } from '../../node/serve.ts'
import type { Terminal } from './terminal.ts'
import { renderTrustSteps } from './trust-steps.ts'

/** Says what is served, where, and how to connect it. */
export function announce(backend: Backend, server: RunningServer, { json, paint, progress, result }: Terminal): void {
  const { name, manifest } = backend
  const { url, port, authority } = server
  const counts = {
    widgets: Object.keys(manifest.widgets).length,
    apps: manifest.apps.length,
    agents: Object.keys(manifest.agents).length,
  }
  const { diagnostics } = manifest
  result('', { event: 'listening', name, url, port, ...counts, authorityFile: authority?.file, diagnostics })
  if (!json) progress(['', ...toLines(name, server, counts, paint), ''].join('\n'))
}

function toLines(
  name: string,
  { url, port, portMoved, authority }: RunningServer,
  counts: Readonly<Record<'widgets' | 'apps' | 'agents', number>>,
  paint: Paint,
): string[] {
  const lines = [
    `  ${paint('bold', name)}  ${paint('cyan', url)}`,
    '',
    ...Object.entries(counts).map(([noun, count]) => {
      const said = `${count} ${count === 1 ? noun.slice(0, -1) : noun}`
      return `  ${`${url}/${noun}.json`.padEnd(url.length + 15)}${paint('dim', said)}`
    }),
    '',
    `  Connect: in OpenBB Workspace open Connections, choose Add, and enter ${paint('cyan', url)}`,
  ]
  if (portMoved) {
    lines.push('', `  ${paint('yellow', 'Note:')} port ${defaultPort} is taken, so this is ${port}; --port keeps one`)
  }
  if (authority?.isNew === true) {
    lines.push('', '  Browsers have to trust the new local certificate authority, once:', '')
    lines.push(...renderTrustSteps(authority.file, paint))
  } else if (authority !== undefined) {
    lines.push('', `  ${paint('dim', 'The certificate is not trusted? deskwright cert --trust')}`)
  }
  return lines
}
