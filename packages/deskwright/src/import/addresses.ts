import { postWidgetTypes } from '../spec/widgets/widget-types.ts'
import type { AcceptedWidget } from '../spec/widgets/accepted-widget.ts'

/** Paths that a backend answers itself. */
const ownPaths = ['/', '/widgets.json', '/apps.json', '/templates.json', '/agents.json', '/health']

/** Decides which widgets can keep their address in the module. */
export interface Addresses {
  /** Says why a widget has to be served elsewhere, or `undefined`. */
  refuse(widget: AcceptedWidget, paramNames: readonly string[]): string | undefined
}

/** Whether it is the address of another server. */
export function isAbsolute(endpoint: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^\/\//i.test(endpoint)
}

/** Starts with the addresses that every backend uses itself. */
export function createAddresses(): Addresses {
  const taken = new Set(ownPaths.map((path) => `GET ${path}`))
  return {
    refuse({ type, endpoint }, paramNames) {
      if (isAbsolute(endpoint)) return 'it is the address of another server'
      if (/[?#]/.test(endpoint)) return 'an address is a path alone'
      const names = [...endpoint.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
      if (!names.every((name) => paramNames.includes(name))) return 'no parameter fills its path'
      const path = `/${endpoint.split('/').filter(Boolean).join('/')}`.replaceAll(/\{[^{}]*\}/g, '{}')
      const isPost = (postWidgetTypes as readonly string[]).includes(type)
      const methods = type === 'multi_file_viewer' ? ['GET', 'POST'] : [isPost ? 'POST' : 'GET']
      if (methods.some((method) => taken.has(`${method} ${path}`))) return 'another widget has it'
      if (/^\/(options|forms)\//.test(path)) return 'options and forms are served there'
      for (const method of methods) taken.add(`${method} ${path}`)
      return undefined
    },
  }
}
