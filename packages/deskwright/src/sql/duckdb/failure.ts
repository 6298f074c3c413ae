/** DuckDB's words, with the place in the SQL where it marks one. */
export function toReason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim()
}

/** DuckDB's words without the marked place: it is of no use when the SQL it marks is ours. */
export function toReasonWithoutPlace(error: unknown): string {
  return toReason(error).replace(/\n+LINE \d+: [\s\S]*$/, '')
}

/** DuckDB's words when it could not match a query with what exists: names, columns and types. Otherwise nothing. */
export function toBindingFailure(error: unknown): string | undefined {
  const reason = error instanceof Error && error.cause !== undefined ? toReasonWithoutPlace(error.cause) : ''
  return /^(Binder|Catalog) Error/.test(reason) ? reason : undefined
}
