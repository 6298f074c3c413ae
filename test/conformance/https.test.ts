import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { serve } from 'deskwright/node'
import { afterAll, beforeAll, expect } from 'vitest'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'

let folder = ''
let status: number | undefined
let certificate: X509Certificate

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-'))
  process.env['DESKWRIGHT_HOME'] = folder
  const server = await serve(richDesk(), { port: 0, https: true })
  await new Promise<void>((resolve, reject) => {
    const request = get(`${server.url}/widgets.json`, { rejectUnauthorized: false, agent: false }, (response) => {
      status = response.statusCode
      certificate = new X509Certificate((response.socket as TLSSocket).getPeerCertificate().raw)
      response.resume().on('end', resolve)
    })
    request.on('error', reject)
  })
  await server.close(0)
})

afterAll(async () => {
  delete process.env['DESKWRIGHT_HOME']
  await rm(folder, { recursive: true })
})

requirement('TLS-01', () => expect(status).toBe(200))

requirement('TLS-02', () => {
  expect(certificate.checkHost('localhost')).toBe('localhost')
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
})

requirement('TLS-03', () => {
  expect(certificate.toLegacyObject().ext_key_usage).toContain('1.3.6.1.5.5.7.3.1')
  expect(keyUsageBits(certificate.raw) & digitalSignature).toBe(digitalSignature)
})

/** The first bit of the key usage. */
const digitalSignature = 0b1000_0000

/** Finds the key usage extension: its object identifier, perhaps its critical flag, then a bit string in an octet string. */
function keyUsageBits(der: Buffer): number {
  const at = der.indexOf(Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0f]))
  expect(at).toBeGreaterThan(0)
  const bits = der.indexOf(Buffer.from([0x03, 0x02]), at + 5)
  return der[bits + 3] ?? 0
}
