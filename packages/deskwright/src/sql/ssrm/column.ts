import type { SqlColumn } from '../engine.ts'
import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { ValueKind } from '../value-kind.ts'

/** A column of the rows that a server-side table shows. */
export interface GridColumn {
  readonly name: string
  /** The engine's name of the type. */
  readonly type: string
  readonly kind: ValueKind
  /** The value as SQL, NULL where the client sees `null`: NaN and infinities are empty. */
  readonly value: SqlFragment
}

/** Makes a column. One that is known to hold only finite values is read as it is, so that indexes and statistics serve. */
export function toGridColumn({ name, type }: SqlColumn, dialect: GridDialect, finite = false): GridColumn {
  const kind = dialect.toKind(type)
  const plain = sql.identifier(name)
  return { name, type, kind, value: finite ? plain : dialect.toFinite(plain, kind) }
}
