import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BackendOptions } from '../define/backend-options.ts'
import { clock } from '../define/params/decoded.fixture.ts'
import { isEndpointParam } from '../define/params/endpoint.ts'
import type { AnyParam } from '../define/params/param.ts'
import { appsSchema } from '../spec/apps/app.ts'
import { paramsOf } from '../spec/widgets/params-of.ts'
import { widgetsSchema } from '../spec/widgets/widget.ts'
import { createManifest } from './create-manifest.ts'
import { definition } from './definition.fixture.ts'

const check = (property: (options: BackendOptions) => void) =>
  fc.assert(
    fc.property(definition, (options) => property(options)),
    { numRuns: 40, endOnFailure: true },
  )

test('a definition without a mistake has no errors', () => {
  check((options) => {
    const { diagnostics } = createManifest(options, clock)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

test('its documents are what Workspace reads, as JSON', () => {
  check((options) => {
    const { widgets, apps } = createManifest(options, clock)
    expect(JSON.parse(JSON.stringify({ widgets, apps }))).toEqual({ widgets, apps })
    expect(widgetsSchema.parse(widgets)).toEqual(widgets)
    expect(appsSchema.parse(apps)).toEqual(apps)
    expect(Object.keys(widgets)).toEqual(Object.keys(options.widgets))
  })
})

test('whatever a document names is served, each at an address of its own', () => {
  check((options) => {
    const { widgets, routes } = createManifest(options, clock)
    const served = new Set(routes.map(({ path }) => path))
    for (const [id, widget] of Object.entries(options.widgets)) {
      if (widget.load !== undefined) expect(served).toContain(`/${widgets[id]?.endpoint}`)
      for (const [name, param] of Object.entries<AnyParam>(widget.params)) {
        const wire = paramsOf(widgets[id] ?? {}).find(({ paramName }) => paramName === name)
        if (isEndpointParam(param) && param.loadOptions) expect(served).toContain(`/${wire?.optionsEndpoint}`)
        if (param.type === 'form') expect(served).toContain(`/${wire?.endpoint}`)
      }
    }
    const addresses = routes.flatMap(({ path, methods }) => methods.map((method) => `${method} ${path}`))
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

test('every parameter of every widget is written once, in its row', () => {
  check((options) => {
    const { widgets } = createManifest(options, clock)
    for (const [id, widget] of Object.entries(options.widgets)) {
      const names = paramsOf(widgets[id] ?? {}).map(({ paramName }) => paramName)
      expect([...names].sort()).toEqual(Object.keys(widget.params).sort())
    }
  })
})

test('the groups of an app, of its places and of its members say the same', () => {
  check((options) => {
    for (const { tabs, groups } of createManifest(options, clock).apps) {
      const items = Object.values(tabs).flatMap(({ layout }) => layout)
      expect(groups.map(({ name }) => name)).toEqual(groups.map((_, index) => `Group ${index + 1}`))
      for (const { name, widgetIds } of groups) {
        const joined = items.filter((item) => item.groups?.includes(name)).map(({ i }) => i)
        expect([...new Set(joined)].sort()).toEqual([...widgetIds].sort())
      }
    }
  })
})

test('every tab of every app is there, with everything that was placed', () => {
  check((options) => {
    const { apps } = createManifest(options, clock)
    for (const [index, { tabs }] of (options.apps ?? []).entries()) {
      const written = Object.values(apps[index]?.tabs ?? {})
      expect(written.map(({ name }) => name)).toEqual(Object.keys(tabs))
      expect(written.map(({ layout }) => layout.length)).toEqual(Object.values(tabs).map((rows) => rows.flat().length))
    }
  })
})

test('making a manifest twice gives the same', () => {
  check((options) => {
    const [one, other] = [createManifest(options, clock), createManifest(options, clock)]
    expect([one.widgets, one.apps, one.diagnostics]).toEqual([other.widgets, other.apps, other.diagnostics])
  })
})
