import { corsProbe } from './cors-probe.ts'
import type { Probe } from './probe.ts'
import { transportProbe } from './transport-probe.ts'
import { widgetsProbe } from './widgets-probe.ts'

/** Everything a running backend is asked, in this order. */
export const probes: readonly Probe[] = [corsProbe, transportProbe, widgetsProbe]
