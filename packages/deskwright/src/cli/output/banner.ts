import type { Backend } from '../../http/backend.ts'
import type { RunningServer } from '../../node/serve.ts'
import type { Terminal } from './terminal.ts'
import { toTrustSteps } from './trust-steps.ts'

/** Says what is served, where, and how to connect it. */
export function announce({ name, manifest }: Backend, server: RunningServer, terminal: Terminal): void {
  const { paint, progress, result } = terminal
  const { url, port, authority } = server
  const widgets = Object.keys(manifest.widgets).length
  const agents = Object.keys(manifest.agents).length
  const lines = [
    '',
    `  ${paint('bold', name)}  ${paint('cyan', url)}`,
    '',
    `  ${url}/widgets.json  ${paint('dim', count(widgets, 'widget'))}`,
    `  ${url}/apps.json     ${paint('dim', count(manifest.apps.length, 'app'))}`,
    `  ${url}/agents.json   ${paint('dim', count(agents, 'agent'))}`,
    '',
    `  Connect: in OpenBB Workspace open Connections, choose Add, and enter ${paint('cyan', url)}`,
  ]
  if (server.portMoved) {
    lines.push(
      '',
      `  ${paint('yellow', 'Note:')} port 7779 is taken, so this is port ${port}; name one with --port to keep it`,
    )
  }
  if (authority?.isNew === true) {
    lines.push('', '  Browsers have to trust the new local certificate authority once:', '')
    lines.push(
      ...toTrustSteps(authority.file).flatMap(({ where, steps }) => [
        `  ${paint('bold', where)}`,
        ...steps.map((step) => `    ${step}`),
      ]),
    )
  } else if (authority !== undefined) {
    lines.push('', `  ${paint('dim', 'Certificate not trusted? deskwright cert --trust')}`)
  }
  progress([...lines, ''].join('\n'))
  result('', {
    event: 'listening',
    name,
    url,
    port,
    widgets,
    apps: manifest.apps.length,
    agents,
    authorityFile: authority?.file,
  })
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
