/** Says why a request failed: the cause says more than "fetch failed". */
export function toFetchFailure(error: unknown): string {
  const [first = error] = listCauses(error).toReversed()
  if (first instanceof AggregateError && first.errors[0] instanceof Error) return first.errors[0].message
  return first instanceof Error ? first.message : String(first)
}

/** Whether a body is not compressed as its headers say. One that is, but was cut, is something else. */
export function isMiscompressed(error: unknown): boolean {
  return listCauses(error).some((cause) => /^(?:Z_DATA_ERROR|Z_NEED_DICT|ERR__ERROR_|ERR_BROTLI)/.test(toCode(cause)))
}

function listCauses(error: unknown): readonly unknown[] {
  return error instanceof Error && error.cause instanceof Error ? [error, ...listCauses(error.cause)] : [error]
}

function toCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
