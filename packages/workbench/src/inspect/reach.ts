import type { ProbeReport } from '../connect/workbench-server.ts'

/** Whether Workspace itself, on its own origin, would get through to a backend. */
export interface Reach {
  readonly ok: boolean
  readonly message: string
}

const workspace = 'https://pro.openbb.co'

/** Says what stands between Workspace and a backend that this page may reach. */
export function toReach(url: string, report: ProbeReport | undefined): readonly Reach[] {
  const { protocol, hostname } = new URL(url)
  const isNear = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  const found: Reach[] = []
  if (protocol === 'http:' && !isNear) {
    found.push({
      ok: false,
      message: `Workspace is an HTTPS page: its browser will not let it ask http://${hostname}. Serve it over HTTPS.`,
    })
  }
  const origin = report?.origins?.[workspace]
  if (origin !== undefined) {
    found.push(
      origin.allowed
        ? { ok: true, message: `${workspace} may read its answers.` }
        : {
            ok: false,
            message: `${workspace} may not read its answers (CORS): ${origin.because ?? 'it is not allowed'}.`,
          },
    )
  }
  return found
}
