import { postWidgetTypes } from '../spec/widgets/widget-types.ts'
import type { AcceptedWidget } from '../spec/widgets/accepted-widget.ts'

/** Paths that a backend answers itself. */
const ownPaths = ['', 'widgets.json', 'apps.json', 'templates.json', 'agents.json', 'health']

/** What a chart asks below its address. */
const datafeedPaths = ['config', 'symbols', 'history', 'search', 'marks', 'timescale_marks', 'time']

/** What asks an address: two that ask alike can share it. */
interface Question {
  readonly endpoint: string
  readonly methods: readonly string[]
  /** The parameters that may stand in the path. */
  readonly paramNames?: readonly string[]
  /** Below the address. */
  readonly paths?: readonly string[]
  /** Who asks, in words that only those have in common who ask alike. */
  readonly asker: string
}

/** Whether an address stays: as it is, as one that something else serves already, or not, and why. */
export type Verdict = 'kept' | 'shared' | { readonly reason: string }

/** Decides what can keep its address in the module. Whoever comes first has it. */
export interface Addresses {
  takeWidget(id: string, widget: AcceptedWidget, paramNames: readonly string[]): Verdict
  /** `references` says what the options depend on. */
  takeOptions(endpoint: string, references: string): Verdict
  takeForm(endpoint: string, method: 'POST' | 'PUT'): Verdict
}

/** Whether it is the address of another server. */
export function isAbsolute(endpoint: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^\/\//i.test(endpoint)
}

/** Starts with the addresses that every backend uses itself. */
export function createAddresses(): Addresses {
  const askers = new Map(ownPaths.map((path) => [`GET /${path}`, 'the backend itself']))
  let forms = 0
  const take = ({ endpoint, methods, paramNames = [], paths = [''], asker }: Question): Verdict => {
    if (isAbsolute(endpoint)) return { reason: 'it is the address of another server' }
    if (/[?#]/.test(endpoint)) return { reason: 'an address is a path alone' }
    const names = [...endpoint.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
    if (!names.every((name) => paramNames.includes(name))) return { reason: 'no parameter fills its path' }
    const keys = methods.flatMap((method) => paths.map((path) => `${method} ${toPath(`${endpoint}/${path}`)}`))
    if (keys.every((key) => askers.get(key) === asker)) return 'shared'
    if (keys.some((key) => askers.has(key))) return { reason: 'something else has it' }
    for (const key of keys) askers.set(key, asker)
    return 'kept'
  }
  return {
    takeWidget(id, { type, endpoint }, paramNames) {
      if (/^\/(options|forms)\//.test(toPath(endpoint))) return { reason: 'options and forms are served there' }
      const isPost = (postWidgetTypes as readonly string[]).includes(type)
      const methods = type === 'multi_file_viewer' ? ['GET', 'POST'] : [isPost ? 'POST' : 'GET']
      const paths = type === 'advanced_charting' ? datafeedPaths : ['']
      return take({ endpoint, methods, paramNames, paths, asker: `widget ${id}` })
    },
    takeOptions: (endpoint, references) => take({ endpoint, methods: ['GET'], asker: `options by ${references}` }),
    takeForm: (endpoint, method) => take({ endpoint, methods: [method], asker: `form ${(forms += 1)}` }),
  }
}

/** Writes all spellings of a path alike. */
function toPath(endpoint: string): string {
  return `/${endpoint.split('/').filter(Boolean).join('/')}`.replaceAll(/\{[^{}]*\}/g, '{}')
}
