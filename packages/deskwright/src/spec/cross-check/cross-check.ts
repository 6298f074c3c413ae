import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { WireAgents } from '../agents/agent.ts'
import type { WireApps } from '../apps/app.ts'
import type { AcceptedWidgets } from '../widgets/accepted-widget.ts'
import { appNames } from './app-names.ts'
import { chartFields } from './chart-fields.ts'
import { clickTarget } from './click-target.ts'
import { columnDuplicate } from './column-duplicate.ts'
import { cronText } from './cron-text.ts'
import type { Rule } from './documents.ts'
import { emptyText } from './empty-text.ts'
import { endpointPlaceholder } from './endpoint-placeholder.ts'
import { endpointQuery } from './endpoint-query.ts'
import { endpointShared } from './endpoint-shared.ts'
import { fileSelector } from './file-selector.ts'
import { formParts } from './form-parts.ts'
import { gridSize } from './grid-size.ts'
import { groupMembers } from './group-members.ts'
import { groupNames } from './group-names.ts'
import { groupParam } from './group-param.ts'
import { iframeUrl } from './iframe-url.ts'
import { intervalShort } from './interval-short.ts'
import { layoutGroups } from './layout-groups.ts'
import { layoutId } from './layout-id.ts'
import { layoutOverlap } from './layout-overlap.ts'
import { layoutSize } from './layout-size.ts'
import { layoutUnderBar } from './layout-under-bar.ts'
import { liveGrid } from './live-grid.ts'
import { mcpUrl } from './mcp-url.ts'
import { omniPrompt } from './omni-prompt.ts'
import { optionsSource } from './options-source.ts'
import { paramDefault } from './param-default.ts'
import { paramDuplicate } from './param-duplicate.ts'
import { promptMentions } from './prompt-mentions.ts'
import { rawUnsupported } from './raw-unsupported.ts'
import { renderFnNeeds } from './render-fn-needs.ts'
import { ruleColor } from './rule-color.ts'
import { selectedAgent } from './selected-agent.ts'
import { staleTimeLong } from './stale-time-long.ts'
import { stateParams } from './state-params.ts'
import { tabId } from './tab-id.ts'
import { widgetId } from './widget-id.ts'

/** Every rule, in the order in which its findings are reported. */
const rules: readonly Rule[] = [
  widgetId,
  emptyText,
  endpointQuery,
  endpointPlaceholder,
  endpointShared,
  iframeUrl,
  intervalShort,
  staleTimeLong,
  cronText,
  gridSize,
  rawUnsupported,
  liveGrid,
  omniPrompt,
  fileSelector,
  paramDuplicate,
  paramDefault,
  optionsSource,
  formParts,
  columnDuplicate,
  ruleColor,
  renderFnNeeds,
  chartFields,
  clickTarget,
  appNames,
  tabId,
  layoutId,
  layoutSize,
  layoutOverlap,
  layoutUnderBar,
  layoutGroups,
  stateParams,
  groupNames,
  groupParam,
  groupMembers,
  promptMentions,
  mcpUrl,
  selectedAgent,
]

/** The documents to hold against each other. */
export interface CrossCheckInput {
  readonly widgets: AcceptedWidgets
  readonly apps?: WireApps
  /** Absent when they are not known: nothing is said about agents then. */
  readonly agents?: WireAgents
}

/**
 * Holds the documents of a backend against each other and against what Workspace can do with them.
 * Expects them in the form we emit: a reading's document, or a manifest's.
 */
export function crossCheck({ widgets, apps = [], agents }: CrossCheckInput): Diagnostic[] {
  const documents = { widgets, apps, ...(agents === undefined ? {} : { agents }) }
  return rules.flatMap((rule) => [...rule(documents)])
}
