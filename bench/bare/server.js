// The floor: node:http and nothing else. It sends, byte for byte, what our backend answered, from memory.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const recorded = JSON.parse(readFileSync(process.env['BENCH_RECORDED'], 'utf8'))
const answers = new Map(
  Object.entries(recorded).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body) }]),
)

createServer((request, response) => {
  const { url } = request
  const query = url.indexOf('?')
  const { headers, body } = answers.get(query === -1 ? url : url.slice(0, query))
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env['PORT']), '127.0.0.1')
