import { loadLocalCertificate } from '../../node/tls/local-certificate.ts'
import type { Invocation } from '../command.ts'
import { renderTrustSteps, toTrustSteps } from '../output/trust-steps.ts'

/** Makes the local certificate when it is needed, and says where it is and how to trust it. */
export async function runCert({ options, terminal }: Invocation): Promise<number> {
  const { authorityFile, authorityIsNew, authorityExpires, expires } = await loadLocalCertificate()
  const { paint, progress } = terminal
  progress(
    `${authorityIsNew ? 'Made a new' : 'Found the'} local certificate authority, valid until ${toDay(authorityExpires)}.`,
  )
  progress(`The certificate for localhost, 127.0.0.1 and ::1 is valid until ${toDay(expires)} and renews itself.`)
  if (options.trust || authorityIsNew) {
    progress(['', 'To trust it:', '', ...renderTrustSteps(authorityFile, paint), ''].join('\n'))
  }
  const trust = toTrustSteps(authorityFile)
  terminal.result(authorityFile, { authorityFile, authorityIsNew, authorityExpires, expires, trust })
  return 0
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
