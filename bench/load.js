// Loads one address for some seconds and prints `{rate, p99}`. Runs in a process of its own: `node load.js <url> <seconds>`.
// Plain sockets with one request at a time each: it costs less per request than any server here, so that the server
// is what is measured, on every platform and with nothing to install.
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

const connections = 32
const address = new URL(process.argv[2])
const milliseconds = Number(process.argv[3]) * 1000
const request = Buffer.from(
  `GET ${address.pathname}${address.search} HTTP/1.1\r\nHost: ${address.host}\r\nOrigin: https://pro.openbb.co\r\nAccept: */*\r\n\r\n`,
)

const latencies = []
const begin = performance.now()
await Promise.all(Array.from({ length: connections }, ask))
const rate = (latencies.length / (performance.now() - begin)) * 1000
const sorted = Float64Array.from(latencies).sort()
console.log(JSON.stringify({ rate, p99: sorted[Math.floor(sorted.length * 0.99)] }))

/** Asks again and again on one connection until the time is over. */
function ask() {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.hostname, port: Number(address.port), noDelay: true })
    let sent = 0
    let missing = 0
    const send = () => {
      sent = performance.now()
      missing = 0
      socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      missing = (missing === 0 ? lengthOf(chunk) : missing) - chunk.length
      if (missing > 0) return
      const now = performance.now()
      latencies.push(now - sent)
      if (now - begin < milliseconds) return send()
      socket.destroy()
      resolve()
    })
  })
}

/** The whole length of the answer that a chunk starts. */
function lengthOf(chunk) {
  const head = chunk.latin1Slice(0, chunk.indexOf('\r\n\r\n') + 4)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)
  if (!head.startsWith('HTTP/1.1 200') || length === null) throw new Error(`${address} answered ${head}`)
  return head.length + Number(length[1])
}
