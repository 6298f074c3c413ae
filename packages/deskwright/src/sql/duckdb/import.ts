import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Log } from '../../define/context.ts'
import type { Gate } from '../gate.ts'
import { duckdbDialect } from './dialect.ts'
import { toReason } from './failure.ts'
import type { Instance } from './instance.ts'
import { toTextLiteral } from './literal.ts'
import { toStampQuery, type View, type ViewFiles } from './view-source.ts'

/** What is copied, and where to. */
export interface ImportPlan {
  /** A DuckDB database file; it is made when it is not there. */
  readonly file: string
  readonly views: readonly View[]
  readonly log?: Log | undefined
}

/** Copies of files in a DuckDB database, which take the files' place in their views as soon as they are there. */
export interface Import {
  /** Takes over the copies that fit their files, and begins to make the others. */
  begin(instance: Instance): Promise<void>
  /** Looks at the files, at most once a second. A copy that does not fit gives the place back to its files. Says whether one did. */
  check(instance: Instance): Promise<boolean>
  /** Where the rows of a view are copied to. */
  find(view: string): readonly [string, ...string[]] | undefined
  /** Stops copying. */
  stop(instance: Instance): Promise<void>
}

interface FileView extends View {
  readonly files: ViewFiles
}

const quoteIdentifier = (name: string): string => duckdbDialect.quoteIdentifier(name)
const made = 'imported.main.deskwright_import'
const lookAgainAfter = 1000 // milliseconds
/** The files that are written to. DuckDB keeps other processes out by itself, but not this one. */
const taken = new Set<string>()

/** Makes the copies of a database. A copy is complete or not there: it is made in a transaction, with the stamp of its files. */
export function createImport({ file, views, log }: ImportPlan, gate: Gate, now: () => number): Import {
  const wanted = views.filter((view): view is FileView => view.files !== undefined)
  const stamps = new Map<string, string>() // of the copies in use, by view
  const seen = new Map<string, string | undefined>() // of the files, by view
  const line = new Set<FileView>()
  let running: Promise<void> | undefined
  let copying: DuckDBConnection | undefined
  let isStopped = false
  let isAttached = false
  let checkedAt = -Infinity

  return {
    async begin(instance) {
      isStopped = false
      checkedAt = now()
      stamps.clear()
      const connection = await instance.connect()
      try {
        if (taken.has(file))
          throw new DeskwrightError('sql-import-failed', { of: file, reason: 'it is in use already' })
        await connection.run(`attach ${toTextLiteral(file)} as imported`)
        await connection.run(
          `create table if not exists ${made} (name varchar primary key, reader varchar, stamp varchar)`,
        )
        isAttached = true
        taken.add(file)
        const rows = (await connection.runAndReadAll(`select name, reader, stamp from ${made}`)).getRows()
        for (const view of wanted) {
          const stamp = await readStamp(connection, view)
          const fits = rows.some(
            ([name, reader, of]) => name === view.name && reader === view.files.reader && of === stamp,
          )
          if (fits && stamp !== undefined) await use(instance, view, stamp)
          else line.add(view)
        }
      } catch (error) {
        log?.(`The files are read as they are: ${file} cannot be used for copies`, { reason: toReason(error) })
      } finally {
        connection.closeSync()
      }
      proceed(instance)
    },
    async check(instance) {
      if (!isAttached || now() - checkedAt < lookAgainAfter) return false
      checkedAt = now()
      const connection = await instance.connect()
      let hasChanged = false
      try {
        for (const view of wanted) {
          const stamp = await readStamp(connection, view)
          if (stamp === seen.get(view.name)) continue
          seen.set(view.name, stamp)
          line.add(view)
          if (!stamps.delete(view.name)) continue
          hasChanged = true
          await instance.views.redirect(instance, view.name, undefined)
        }
      } finally {
        connection.closeSync()
      }
      proceed(instance)
      return hasChanged
    },
    find: (name) => (stamps.has(name) ? ['imported', 'main', name] : undefined),
    async stop(instance) {
      isStopped = true
      line.clear()
      // A statement that is just starting forgets an interrupt, so it is repeated until the work ends.
      const insist = setInterval(() => copying?.interrupt(), 10)
      copying?.interrupt()
      await running
      clearInterval(insist)
      if (!isAttached) return
      isAttached = false
      const connection = await instance.connect()
      await connection.run('detach imported').finally(() => connection.closeSync())
      taken.delete(file)
    },
  }

  async function readStamp(connection: DuckDBConnection, { name, files }: FileView): Promise<string | undefined> {
    const stamp = await connection.runAndReadAll(toStampQuery(files)).then(
      (result) => result.getRows()[0]?.[0],
      () => undefined, // the files are not there
    )
    const text = typeof stamp === 'string' ? stamp : undefined
    if (!seen.has(name)) seen.set(name, text)
    return text
  }

  async function use(instance: Instance, { name }: FileView, stamp: string): Promise<void> {
    await instance.views.redirect(instance, name, `select * from imported.main.${quoteIdentifier(name)}`)
    stamps.set(name, stamp)
  }

  function proceed(instance: Instance): void {
    if (running || isStopped || !isAttached) return
    const [view] = line
    if (view === undefined) return
    line.delete(view)
    running = attempt(instance, view).finally(() => {
      running = undefined
      proceed(instance)
    })
  }

  async function attempt(instance: Instance, view: FileView): Promise<void> {
    const connection = await instance.connect()
    copying = connection
    try {
      await gate.run(() => copy(instance, connection, view))
    } catch (error) {
      if (isStopped) return
      log?.(`View "${view.name}" could not be copied; its files are read as they are`, { reason: toReason(error) })
    } finally {
      copying = undefined
      connection.closeSync()
    }
  }

  async function copy(instance: Instance, connection: DuckDBConnection, view: FileView): Promise<void> {
    const { name, files } = view
    const stamp = await readStamp(connection, view)
    if (stamp === undefined || isStopped) return
    const startedAt = now()
    log?.(`Copying view "${name}" from ${view.source} to ${file}`)
    const table = `imported.main.${quoteIdentifier(name)}`
    await connection.run('begin')
    try {
      await connection.run(`create or replace table ${table} as select * from ${files.reader}`)
      const row = [name, files.reader, stamp].map(toTextLiteral).join(', ')
      await connection.run(`insert or replace into ${made} values (${row})`)
      if ((await readStamp(connection, view)) !== stamp) {
        throw new DeskwrightError('sql-import-failed', { of: view.source, reason: 'the files changed meanwhile' })
      }
      await connection.run('commit')
    } catch (error) {
      await connection.run('rollback')
      throw error
    }
    seen.set(name, stamp)
    await use(instance, view, stamp)
    log?.(`Copied view "${name}"`, { milliseconds: Math.round(now() - startedAt) })
  }
}
