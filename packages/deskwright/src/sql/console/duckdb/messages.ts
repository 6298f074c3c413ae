import type { InstancePlan } from '../../duckdb/instance.ts'
import type { ConsolePlan, ConsoleTable } from '../console.ts'
import type { Outcome } from './run-query.ts'

/** What the process of a console is asked, one at a time. */
export type Question =
  | { readonly ask: 'open'; readonly instance: Omit<InstancePlan, 'load'>; readonly plan: ConsolePlan }
  | { readonly ask: 'run'; readonly text: string }

/** What it answers. */
export type Reply =
  | { readonly opened: readonly ConsoleTable[] }
  | { readonly outcome: Outcome }
  | { readonly failed: string }
