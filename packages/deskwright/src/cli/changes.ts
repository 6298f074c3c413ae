import type { Backend } from '../http/backend.ts'

/** What differs between two versions of a backend: the ids of widgets, and the names of apps. */
export interface Changes {
  readonly widgets: Difference
  readonly apps: Difference
}

/** Which keys came, stayed with another content, and went. */
export interface Difference {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** Compares two versions of a backend. */
export function toChanges(before: Backend, after: Backend): Changes {
  return {
    widgets: toDifference(describeWidgets(before), describeWidgets(after)),
    apps: toDifference(describeApps(before), describeApps(after)),
  }
}

function toDifference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Difference {
  return {
    added: [...after.keys()].filter((key) => !before.has(key)),
    changed: [...after].filter(([key, text]) => before.has(key) && before.get(key) !== text).map(([key]) => key),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  }
}

/** A widget is what Workspace sees of it and the text of its functions. */
function describeWidgets({ manifest, options }: Backend): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(manifest.widgets).map(([id, wire]) => [
      id,
      JSON.stringify([wire, ...findFunctions(options.widgets[id]?.options)]),
    ]),
  )
}

function findFunctions(options: object | undefined): string[] {
  return Object.values(options ?? {})
    .filter((value) => typeof value === 'function')
    .map(String)
}

function describeApps({ manifest }: Backend): ReadonlyMap<string, string> {
  return new Map(manifest.apps.map((app) => [app.name, JSON.stringify(app)]))
}
