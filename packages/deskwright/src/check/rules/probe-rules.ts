import type { probeErrors } from '../../errors/catalogue/probe.ts'
import type { Rule } from './rule.ts'

const reach: Rule = { spec: 'README §3', loses: 'all widgets' }
const secure: Rule = { spec: 'README §4.4', loses: 'all widgets' }
const cors: Rule = { spec: 'README §4.2', loses: 'all widgets' }

/** Rules about what a running backend answers. No document shows them. */
export const probeRules: Readonly<Record<keyof typeof probeErrors, Rule>> = {
  'host-unknown': reach,
  'port-refused': reach,
  'address-other': reach,
  'host-silent': reach,
  'host-unreachable': reach,
  'tls-only': secure,
  'tls-missing': secure,
  'tls-failed': secure,
  'tls-expired': secure,
  'tls-name': secure,
  'tls-untrusted': secure,
  'server-closes': reach,
  'server-foreign': reach,
  'document-cut': { spec: 'README §3' },
  'document-endless': { spec: 'README §3' },
  'document-elsewhere': reach,
  'cors-origin': cors,
  'cors-preflight': cors,
  'cors-error-answer': { spec: 'README §4.2' },
  'cors-credentials': { spec: 'README §4.1' },
  'cors-private-network': { spec: 'README §4.3' },
  'document-redirect': cors,
  'address-insecure': secure,
  'widget-unanswered': { spec: 'README §7', loses: 'widget' },
  'widget-status': { spec: 'README §3, §7', loses: 'widget' },
  'widget-no-content': { spec: 'README §7', loses: 'widget' },
  'widget-unreadable': { spec: 'README §7', loses: 'widget' },
  'widget-encoding': { spec: 'README §7', loses: 'widget' },
  'widget-shape': { spec: 'widget-data §2 to §17', loses: 'widget' },
  'widget-data-key': { spec: 'widget-data §2', loses: 'widget' },
  'widget-columns': { spec: 'widget-data §2', loses: 'widget' },
  'widget-slow': { spec: 'README §8', loses: 'widget' },
  'widget-page': { spec: 'widget-data §14', loses: 'widget' },
  'widget-frame': { spec: 'widget-data §10', loses: 'widget' },
}
