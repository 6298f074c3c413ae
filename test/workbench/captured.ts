import { readShared } from '../conformance/shared.ts'
import { hasCapture, type Exchange } from './replay-server.ts'

export { hasCapture }

const exchanges = hasCapture
  ? (JSON.parse(readShared('captures/reference-backend/exchanges.json')) as readonly Exchange[])
  : []

/** Reads what the recorded backend answered to the first request of a path. */
export function readCaptured(path: string): unknown {
  const exchange = exchanges.find(({ url, status }) => url.split('?')[0] === path && status === 200)
  if (exchange === undefined) throw new Error(`Nothing was recorded for ${path}`)
  return exchange.json ?? exchange.text
}
