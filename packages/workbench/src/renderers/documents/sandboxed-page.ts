/** What a page may do whose whole text a backend sends: run, in an origin of its own that shares nothing with anyone. */
export const sentPageSandbox = 'allow-scripts allow-forms allow-popups'

/**
 * Says what an embedded page of another origin may do: be itself, but never steer the page around it. A page of our own origin would
 * free itself from its sandbox, so it loses its origin.
 */
export function toSandbox(url: string, ownOrigin: string): string {
  const rights = 'allow-scripts allow-forms allow-popups allow-downloads'
  return new URL(url).origin === ownOrigin ? rights : `${rights} allow-same-origin`
}
