/** Says why a page of an origin may not read an answer with these headers; `undefined` when it may. */
export function judgeAllowOrigin(headers: Headers, origin: string): string | undefined {
  const allowed = headers.get('access-control-allow-origin')
  if (allowed === null) return 'Access-Control-Allow-Origin is missing'
  if (allowed === '*' || allowed === origin) return undefined
  if (allowed === `${origin}/`) return 'Access-Control-Allow-Origin ends with a slash, which no origin does'
  if (allowed.includes(',')) return `Access-Control-Allow-Origin came twice or holds a list: ${allowed}`
  return `Access-Control-Allow-Origin is ${allowed}`
}

/** Says why a preflight does not allow requests with these headers from an origin; `undefined` when it does. */
export function judgePreflight(
  status: number,
  headers: Headers,
  { origin, names }: { readonly origin: string; readonly names: readonly string[] },
): string | undefined {
  const to = headers.get('location')
  if (status >= 300 && status < 400) return `it is answered ${status}${to === null ? '' : `, a redirect to ${to}`}`
  if (status < 200 || status > 299) return `it is answered ${status}`
  const reason = judgeAllowOrigin(headers, origin)
  if (reason !== undefined) return `in its answer ${reason}`
  const allowed = (headers.get('access-control-allow-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
  // The asterisk stands for every header but this one.
  const lacking = names.filter(
    (name) => !allowed.includes(name) && (!allowed.includes('*') || name === 'authorization'),
  )
  return lacking.length === 0 ? undefined : `Access-Control-Allow-Headers lacks ${lacking.join(', ')}`
}
