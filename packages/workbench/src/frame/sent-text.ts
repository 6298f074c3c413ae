import type { Item } from '../desk/desk.ts'
import type { LiveWidget } from './use-loader.ts'
import type { Workbench } from './workbench.ts'

/** A text that a widget sent to the agent: in Workspace it would be asked in the chat, with the widget beside it. */
export interface SentText {
  readonly id: string
  /** The item of the desk, and the title of its widget. */
  readonly item: string
  readonly widget: string
  readonly text: string
  /** The agent that it is meant for; the chosen one when there is none. */
  readonly agentId?: string
  /** Milliseconds since 1970. */
  readonly sentAt: number
}

/** How many texts are kept. */
const most = 200

/** Keeps what a widget sent to the agent, and tells where to read it. No agent is asked. */
export function sendToAgent(
  { sent, createId, say }: Workbench,
  { id }: Item,
  { widget }: LiveWidget,
  text: string,
  agentId?: string,
): void {
  const agent = agentId === undefined ? {} : { agentId }
  const entry = { id: createId(), item: id, widget: widget.name, text, sentAt: Date.now(), ...agent }
  sent.value = [...sent.peek(), entry].slice(-most)
  say(`${widget.name} sent to the agent: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`)
}
