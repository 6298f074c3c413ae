import type { Constructor } from './constructors.ts'

/** A chart of Highcharts on the page. */
export interface HighchartsChart {
  setSize(width: number, height: number, animation: boolean): void
  destroy(): void
}

/** What is used of Highcharts. It is never shipped, so its types are not here either. */
export type Highcharts = Readonly<Record<Constructor, (element: HTMLElement, options: object) => HighchartsChart>> & {
  setOptions(options: object): void
  readonly AST?: { allowedTags: string[] }
}

let core: Promise<Highcharts | undefined> | undefined
const modules = new Map<string, Promise<boolean>>()

/**
 * Loads Highcharts from the project that the Workbench’s server runs in: `vendor/highcharts.js` beside the page, other files of the
 * package below `vendor/highcharts/`. Gives nothing where the project has none.
 */
export async function loadHighcharts(names: readonly string[]): Promise<Highcharts | undefined> {
  core ??= loadCore()
  const highcharts = await core
  if (highcharts === undefined) return undefined
  for (const name of names) {
    const loaded = modules.get(name) ?? runScript(`vendor/highcharts/${name}.js`)
    modules.set(name, loaded)
    await loaded
  }
  return highcharts
}

async function loadCore(): Promise<Highcharts | undefined> {
  if (!(await runScript('vendor/highcharts.js'))) return undefined
  const { Highcharts: highcharts } = window as { Highcharts?: Highcharts }
  // Pictures in texts would be asked of other machines.
  if (highcharts?.AST)
    highcharts.AST.allowedTags = highcharts.AST.allowedTags.filter((tag) => !['img', 'image'].includes(tag))
  return highcharts
}

/** Runs a script of the Workbench’s own server. Gives whether there was one: some servers answer a page for what they do not have. */
async function runScript(path: string): Promise<boolean> {
  const url = new URL(path, document.baseURI)
  const answer = await fetch(url).catch(() => undefined)
  if (!answer?.ok || !/javascript/.test(answer.headers.get('content-type') ?? '')) return false
  return await new Promise((resolve) => {
    const script = Object.assign(document.createElement('script'), { src: url.href })
    script.addEventListener('load', () => resolve(true))
    script.addEventListener('error', () => resolve(false))
    document.head.append(script)
  })
}
