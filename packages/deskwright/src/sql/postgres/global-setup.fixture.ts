import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createTestServer, type TestServer } from './server.fixture.ts'

/** Where tests ask for the PostgreSQL that they share. */
export const starterVariable = 'DESKWRIGHT_TEST_POSTGRES'

/** Offers one PostgreSQL to all tests of a run. It is started when the first test asks for it. */
export default async function offerPostgres(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[starterVariable] !== undefined || process.env['DATABASE_URL'] !== undefined) return undefined
  let starting: Promise<TestServer> | undefined
  const start = async () => {
    const server = await createTestServer()
    await server.start()
    return server
  }

  const starter = createServer((_request, response) => {
    starting ??= start()
    starting.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => void starter.listen(0, '127.0.0.1', resolve))
  process.env[starterVariable] = `http://127.0.0.1:${(starter.address() as AddressInfo).port}`

  return async () => {
    delete process.env[starterVariable]
    starter.close()
    starter.closeAllConnections()
    await (await starting)?.remove()
  }
}
