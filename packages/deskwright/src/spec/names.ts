/** Names a widget in findings. */
export function toWidgetName(id: string): string {
  return `widget ${JSON.stringify(id)}`
}

/** Names an app in findings. */
export function toAppName(name: string): string {
  return `app ${JSON.stringify(name)}`
}

/** Names an agent in findings. */
export function toAgentName(id: string): string {
  return `agent ${JSON.stringify(id)}`
}
