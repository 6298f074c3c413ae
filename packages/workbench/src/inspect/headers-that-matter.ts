const wanted =
  /^(content-type|content-length|content-encoding|cache-control|age|etag|expires|vary|location|retry-after|server-timing|x-.*|access-control-.*)$/i

/** Picks the headers of an answer that tell how Workspace treats it. */
export function pickHeaders(headers: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(headers).filter(([name]) => wanted.test(name))
}
