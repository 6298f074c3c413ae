import { agentsProbe } from './agents-probe.ts'
import { corsProbe } from './cors-probe.ts'
import { liveProbe } from './live-probe.ts'
import type { Probe } from './probe.ts'
import { ssrmProbe } from './ssrm-probe.ts'
import { transportProbe } from './transport-probe.ts'
import { udfProbe } from './udf-probe.ts'
import { valuesProbe } from './values-probe.ts'
import { widgetsProbe } from './widgets-probe.ts'

/** Everything a running backend is asked, in this order. */
export const probes: readonly Probe[] = [
  corsProbe,
  transportProbe,
  widgetsProbe,
  valuesProbe,
  ssrmProbe,
  udfProbe,
  liveProbe,
  agentsProbe,
]
