import { checkServerIdentity, type DetailedPeerCertificate } from 'node:tls'
import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import type { DoneHandshake } from './shake-hands.ts'
import { judgeUsage } from './judge-usage.ts'

const place = { where: 'widgets.json' }

/** Says why browsers refuse a certificate: the first reason that they see. */
export function toTlsFinding(host: string, { certificate, refusal }: DoneHandshake): Diagnostic | undefined {
  const now = Date.now()
  const [from, to] = [new Date(certificate.valid_from), new Date(certificate.valid_to)]
  if (now < from.getTime() || now > to.getTime()) {
    return diagnose('error', 'tls-expired', place, { host, from: toDay(from), to: toDay(to) })
  }
  // Browsers look for names in subjectAltName alone.
  if (!certificate.subjectaltname || checkServerIdentity(host, certificate) !== undefined) {
    return diagnose('error', 'tls-name', place, { host, names: toNames(certificate) })
  }
  const usage = judgeUsage(certificate.raw)
  if (usage !== undefined && usage.who === 'browsers') return diagnose('error', 'tls-usage', place, { host, ...usage })
  const issuer = toIssuer(certificate)
  if (refusal !== undefined && isChainCut(certificate)) return diagnose('error', 'tls-chain', place, { host, issuer })
  if (refusal !== undefined) {
    const isOwn = refusal.includes('DEPTH_ZERO_SELF_SIGNED')
    return diagnose('error', 'tls-untrusted', place, { host, issuer, isOwn })
  }
  return usage && diagnose('warning', 'tls-usage', place, { host, ...usage })
}

/** Writes a day as `2026-01-31`. */
export function toDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an unknown day' : date.toISOString().slice(0, 10)
}

/** An authority of the web says where its own certificate can be had; the server has to send that along. */
function isChainCut({ issuerCertificate, infoAccess }: DetailedPeerCertificate): boolean {
  const isAlone = (issuerCertificate as DetailedPeerCertificate | undefined) === undefined
  return isAlone && infoAccess?.['CA Issuers - URI'] !== undefined
}

function toIssuer({ issuer }: DetailedPeerCertificate): string {
  return String(issuer.CN ?? issuer.O ?? 'an unnamed authority')
}

function toNames({ subject, subjectaltname }: DetailedPeerCertificate): string {
  const names = (subjectaltname ?? '').split(', ').map((name) => name.replace(/^[^:]*:/, ''))
  return subjectaltname
    ? names.join(', ')
    : `no name at all (its subject is "${String(subject.CN ?? '')}", which browsers do not read)`
}
