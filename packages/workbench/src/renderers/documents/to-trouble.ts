/**
 * Says what a backend said of its failure, as Workspace does: `detail`, `message` or `error` of a JSON object, else the whole object, else
 * the text of the status.
 */
export async function toTrouble(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) return response.statusText || `Status ${response.status}`
  const { detail, message, error } = body as Record<string, unknown>
  const said = detail ?? message ?? error ?? body
  return typeof said === 'string' ? said : JSON.stringify(said)
}
