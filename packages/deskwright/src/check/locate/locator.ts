import type { Diagnostic } from '../../errors/diagnostic.ts'
import { toAgentName, toAppName, toWidgetName } from '../../spec/names.ts'
import { joinPath } from '../../spec/read/cursor.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import { type DocumentName, documentNames, type Step } from '../source.ts'
import { parsePath } from './parse-path.ts'
import { toExisting } from './walk-json.ts'

/** A place in one of the documents. */
export interface Location {
  readonly document: DocumentName
  readonly steps: readonly Step[]
}

/** Values of the documents as they came. */
export type DocumentValues = { readonly [Name in DocumentName]?: unknown }

/** Turns the places that findings name into places of the documents, and back. */
export interface Locator {
  /** Gives the place of a finding, as far as it exists; nothing when it is about no document. */
  locate(finding: Diagnostic): Location | undefined
  /** Names a place as findings do. */
  describe(location: Location): { readonly where: string; readonly path: string }
}

/** Makes a locator of documents as they came. */
export function createLocator(values: DocumentValues): Locator {
  const parts = Object.fromEntries(documentNames.map((name) => [name, listParts(name, values[name])])) as {
    readonly [Name in DocumentName]: readonly Part[]
  }
  const roots = new Map<string, Location[]>()
  for (const document of documentNames) {
    if (values[document] === undefined) continue
    for (const { where, steps } of [{ where: `${document}.json`, steps: [] }, ...parts[document]]) {
      const known = roots.get(where)
      if (known === undefined) roots.set(where, [{ document, steps }])
      else known.push({ document, steps })
    }
  }
  return {
    locate({ where, path, code }) {
      const inside = parsePath(path)
      const found = (roots.get(where) ?? []).map(({ document, steps }) => ({
        document,
        steps: toExisting(values[document], [...steps, ...inside]),
      }))
      // Two apps of one name: the second one is meant.
      if (code === 'app-name-taken') return found.at(-1)
      return found.reduce<Location | undefined>(
        (best, one) => (best === undefined || one.steps.length > best.steps.length ? one : best),
        undefined,
      )
    },
    describe({ document, steps }) {
      const part = parts[document].find(
        (one) => one.steps.length < steps.length && one.steps.every((step, index) => step === steps[index]),
      )
      const inside = part === undefined ? steps : steps.slice(part.steps.length)
      return { where: part?.where ?? `${document}.json`, path: inside.reduce<string>(joinPath, '') }
    },
  }
}

interface Part {
  readonly where: string
  readonly steps: readonly Step[]
}

/** Lists the widgets, apps or agents of a document, by the names that findings give them. */
function listParts(document: DocumentName, value: unknown): readonly Part[] {
  if (value === undefined) return []
  if (document === 'apps') {
    if (!Array.isArray(value)) return [{ where: toAppPartName(value, 0), steps: [] }]
    return value.map((app: unknown, index) => ({ where: toAppPartName(app, index), steps: [index] }))
  }
  if (document === 'agents' && Array.isArray(value)) {
    return value.map((agent: unknown, index) => {
      const id = isJsonObject(agent) && typeof agent['id'] === 'string' ? agent['id'] : String(index)
      return { where: toAgentName(id), steps: [index] }
    })
  }
  if (!isJsonObject(value)) return []
  const toName = document === 'widgets' ? toWidgetName : toAgentName
  return Object.keys(value).map((id) => ({ where: toName(id), steps: [id] }))
}

function toAppPartName(app: unknown, index: number): string {
  return isJsonObject(app) && typeof app['name'] === 'string' ? toAppName(app['name']) : `app ${index + 1}`
}
