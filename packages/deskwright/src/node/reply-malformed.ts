import { DeskwrightError } from '../errors/deskwright-error.ts'

/** Answers a request whose target and headers make no URL; it cannot be handed to a backend. */
export function replyMalformed(cause: unknown): Response {
  const problem = cause instanceof Error ? cause.message : String(cause)
  const { status, message } = new DeskwrightError('request-malformed', { problem }, { cause })
  return Response.json({ detail: message }, { status })
}
