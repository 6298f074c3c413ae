import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { starterVariable } from './global-setup.fixture.ts'

/** A schema of its own in a real PostgreSQL. */
export interface TestDatabase {
  readonly url: string
  readonly schema: string
  /** What puts the schema first: pass it as `settings`. */
  readonly settings: { readonly search_path: string }
  /** Runs statements that change something. */
  run(text: string): Promise<void>
  /** Drops the schema. */
  remove(): Promise<void>
}

/** Makes an empty schema in the PostgreSQL of the tests: the one of `DATABASE_URL`, or else one that npm brought. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = process.env['DATABASE_URL'] ?? (await askForServer())
  const client = new Client({ connectionString: url })
  await client.connect()
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  await client.query(`create schema ${schema}`)
  await client.query(`set search_path = ${schema}, public`)
  return {
    url,
    schema,
    settings: { search_path: `${schema}, public` },
    run: async (text) => void (await client.query(text)),
    async remove() {
      await client.query(`drop schema ${schema} cascade`)
      await client.end()
    },
  }
}

async function askForServer(): Promise<string> {
  const starter = process.env[starterVariable]
  if (starter === undefined) throw new TypeError('Run the tests with the vitest.config.ts of the repository.')
  const response = await fetch(starter)
  const answer = await response.text()
  if (!response.ok) throw new TypeError(answer)
  return answer
}
