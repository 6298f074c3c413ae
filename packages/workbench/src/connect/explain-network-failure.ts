import type { ConnectionFailure } from './failure.ts'
import type { ProbeReport } from './workbench-server.ts'

/** What is known about a request that got no answer the page may read. */
export interface NetworkFailure {
  readonly isTimeout: boolean
  /** Milliseconds. */
  readonly timeout: number
  /** What the page's server saw; absent where it has none, or it does not know. */
  readonly report: ProbeReport | undefined
  /** The page's own address. */
  readonly page: { readonly protocol: string; readonly origin: string }
}

type Explanation = Pick<ConnectionFailure, 'kind' | 'message' | 'hint'>

/** Explains a request without an answer: a browser says "Failed to fetch" to all of them. */
export function explainNetworkFailure(url: string, failure: NetworkFailure): ConnectionFailure {
  const workspaceSays = failure.isTimeout ? 'The request timed out' : 'Failed to fetch (shown as "Status: 500")'
  return { url, workspaceSays, ...explain(new URL(url), failure) }
}

function explain(
  { host, hostname, protocol, port }: URL,
  { isTimeout, timeout, report, page }: NetworkFailure,
): Explanation {
  if (isTimeout) return lateAnswer(host, timeout / 1000)
  if (page.protocol === 'https:' && protocol === 'http:' && !isLoopback(hostname)) {
    return {
      kind: 'mixed-content',
      message: `This page came over HTTPS, so the browser lets it ask nothing of http://${host}.`,
      hint: 'Serve the backend over HTTPS (deskwright: --https), or from this machine by the name localhost.',
    }
  }
  const reason = report?.reason ?? ''
  switch (report?.outcome) {
    case 'refused':
      return {
        kind: 'refused',
        message: `Nothing listens at ${host}.`,
        hint: `Start the backend, or check the port: it is ${port || (protocol === 'https:' ? '443' : '80')} in this address.`,
      }
    case 'dns':
      return {
        kind: 'dns',
        message: `There is no machine by the name ${hostname}.`,
        hint: 'Check the spelling of the address; a name of a private network needs its VPN.',
      }
    case 'certificate':
      return {
        kind: 'certificate',
        message: `The certificate of ${host} is not trusted: ${reason}.${report?.origins?.[page.origin]?.allowed === false ? ' It also does not allow this page to read its answers (CORS).' : ''}`,
        hint:
          explainCertificate(reason) ??
          `Open ${protocol}//${host} in this browser and accept it once, or install its authority (deskwright cert --trust shows how).`,
      }
    case 'protocol': {
      const [spoken, other] = protocol === 'https:' ? ['HTTPS', 'http'] : ['HTTP', 'https']
      return {
        kind: 'protocol',
        message: `Something listens at ${host}, but it does not speak ${spoken}: ${reason}.`,
        hint: `Try ${other}://${host}, or check the port.`,
      }
    }
    case 'timeout':
      return lateAnswer(host, timeout / 1000)
    case 'answered':
      return explainAnswered(host, report, page.origin)
    default:
      return {
        kind: 'unreachable',
        message: `${host} gave this page no answer${reason === '' ? '' : `: ${reason}`}.`,
        hint: 'It may not run, or not allow this page (CORS). Opening the address in another tab tells: if it answers there, CORS is missing.',
      }
  }
}

function explainAnswered(host: string, report: ProbeReport, origin: string): Explanation {
  const { allowed = false, because } = report.origins?.[origin] ?? {}
  if (report.location !== undefined) {
    return {
      kind: 'redirects',
      message: `${host} answers ${report.status} and sends the page on to ${report.location}.`,
      hint: 'Use the address it leads to, or let the backend answer itself: a page may follow only where CORS allows each step.',
    }
  }
  if (allowed) {
    return {
      kind: 'unreachable',
      message: `${host} answers this machine (${report.status}), but not this browser.`,
      hint: 'An extension, a proxy of the browser or its rules for local networks may be in the way; the console names it.',
    }
  }
  return {
    kind: 'cors',
    message: `${host} answers, but does not allow this page to read the answer (CORS)${because === undefined ? '' : `: ${because}`}.`,
    hint: `Let it send Access-Control-Allow-Origin: ${origin} on every answer, errors too; and for Workspace the same with https://pro.openbb.co.`,
  }
}

function lateAnswer(host: string, seconds: number): Explanation {
  return {
    kind: 'timeout',
    message: `${host} did not answer within ${seconds} seconds.`,
    hint: 'Look at what the backend does when it is asked for widgets.json: it should have the document ready.',
  }
}

function explainCertificate(reason: string): string | undefined {
  if (/expired/i.test(reason)) return 'Renew the certificate.'
  if (/altname|does not match/i.test(reason))
    return 'Use a name that the certificate has, or make one with this name (subjectAltName).'
  return undefined
}

/** Browsers count these as safe, whatever the scheme. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}
