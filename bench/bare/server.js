// The floor: node:http and nothing else. It sends, byte for byte, what our backend answered. The rows of the two tables are
// written as JSON for each request, as any server of changing data has to; all else is sent from memory. Params are not decoded.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const recorded = JSON.parse(readFileSync(process.env['BENCH_RECORDED'], 'utf8'))
const answers = new Map(
  Object.entries(recorded).map(([path, { headers, body }]) => {
    const bytes = Buffer.from(body)
    const rows = path === '/table' || path === '/params' ? JSON.parse(body) : undefined
    return [path, { headers, toBody: rows === undefined ? () => bytes : () => JSON.stringify(rows) }]
  }),
)

createServer((request, response) => {
  const { url } = request
  const query = url.indexOf('?')
  const { headers, toBody } = answers.get(query === -1 ? url : url.slice(0, query))
  response.writeHead(200, headers)
  response.end(toBody())
}).listen(Number(process.env['PORT']), '127.0.0.1')
