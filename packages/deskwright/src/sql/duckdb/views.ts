import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { duckdbDialect } from './dialect.ts'
import { toBindingFailure, toReasonWithoutPlace } from './failure.ts'
import type { Instance } from './instance.ts'
import type { View } from './view-source.ts'

/** The views of an instance. One that cannot be made does not stop the others; it is tried again when a query needs it. */
export interface Views {
  /** Makes all views. */
  open(instance: Pick<Instance, 'connect'>): Promise<void>
  /**
   * After a query failed: makes the view anew that the failure is about, if there is one, and says whether to try again.
   * Throws `sql-view-unreadable` when the view still cannot be made.
   */
  mend(instance: Pick<Instance, 'connect'>, failure: unknown): Promise<boolean>
  /** Makes a view read something else, or with `undefined` its own source again. */
  redirect(instance: Pick<Instance, 'connect'>, name: string, select: string | undefined): Promise<void>
}

/** Holds which views could not be made. */
export function createViews(views: readonly View[]): Views {
  const broken = new Map<string, unknown>() // why, by name
  const elsewhere = new Map<string, string>() // what is read instead, by name

  return {
    async open(instance) {
      await make(instance, views)
    },
    async redirect(instance, name, select) {
      if (select === undefined) elsewhere.delete(name)
      else elsewhere.set(name, select)
      await make(
        instance,
        views.filter((view) => view.name === name),
      )
    },
    async mend(instance, failure) {
      const reason = toBindingFailure(failure)?.toLowerCase()
      if (reason === undefined) return false
      if (reason.includes('view were altered')) {
        await make(instance, views) // a file has other columns than when its view was made
        return true
      }
      const isBlamed = ({ name }: View) => reason.includes(` ${name.toLowerCase()} `)
      const blamed = views.find((view) => broken.has(view.name) && isBlamed(view))
      if (!blamed) return false
      await make(
        instance,
        views.filter(({ name }) => broken.has(name)),
      )
      const cause = broken.get(blamed.name)
      if (cause === undefined) return true
      const details = { view: blamed.name, source: blamed.source, reason: toReasonWithoutPlace(cause) }
      throw new DeskwrightError('sql-view-unreadable', details, { cause })
    },
  }

  /** A view may read another one that comes later, so what fails is tried again as long as something else succeeds. */
  async function make(instance: Pick<Instance, 'connect'>, wanted: readonly View[]): Promise<void> {
    const connection = await instance.connect()
    let left = wanted
    let before: number
    do {
      before = left.length
      const failed: View[] = []
      for (const view of left) {
        try {
          await connection.run(
            `create or replace view memory.main.${duckdbDialect.quoteIdentifier(view.name)} as ${elsewhere.get(view.name) ?? view.select}`,
          )
          broken.delete(view.name)
        } catch (cause) {
          broken.set(view.name, cause)
          failed.push(view)
        }
      }
      left = failed
    } while (left.length > 0 && left.length < before)
    connection.closeSync()
  }
}
