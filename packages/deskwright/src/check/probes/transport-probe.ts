import { diagnose } from '../../errors/diagnostic.ts'
import { judgeSize } from './judge-size.ts'
import type { Probe } from './probe.ts'

/** Milliseconds after which a user wonders. */
const long = 5000

/** Looks at how the documents came, and at the certificate. The answers for widgets are judged as they come. */
export const transportProbe: Probe = {
  name: 'transport',
  async *run(target) {
    // Whoever brings a fetch of their own has neither a wire nor sockets to look at.
    if (target.fetch !== globalThis.fetch) return
    for (const { document, url, headers, bytes, took } of target.answers) {
      const place = { where: `${document}.json` }
      yield* await judgeSize(place, { url, headers, bytes })
      if (took > long) yield diagnose('advice', 'document-late', place, { url, seconds: Math.round(took / 100) / 10 })
    }
    if (!target.url.startsWith('https:')) return
    target.progress('Looking at the certificate')
    const { judgeCertificate } = await import('../doctor/judge-certificate.ts')
    yield* await judgeCertificate(target.url, { limit: Math.min(target.timeout, 5000), signal: target.signal })
  },
}
