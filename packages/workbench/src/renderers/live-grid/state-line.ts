import type { LiveState } from './live-socket.ts'

/** Says in words how a live grid stands with its server. */
export function toStateText(state: LiveState): string {
  if (state.kind === 'waiting') return `Disconnected: ${state.reason}. Trying again in ${state.seconds} s`
  return { connecting: 'Connecting …', live: 'Live', idle: 'Not subscribed: no param has a value' }[state.kind]
}
