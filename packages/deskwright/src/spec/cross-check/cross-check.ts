import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { WireAgents } from '../agents/agent.ts'
import type { WireApps } from '../apps/app.ts'
import type { AcceptedWidgets } from '../widgets/accepted-widget.ts'
import { agentControls, agentFeatures } from './agent-features.ts'
import { appNames } from './app-names.ts'
import { chartFields } from './chart-fields.ts'
import { clickGroup } from './click-group.ts'
import { clickTarget } from './click-target.ts'
import { columnDuplicate } from './column-duplicate.ts'
import { cronText } from './cron-text.ts'
import type { Rule } from './documents.ts'
import { emptyText } from './empty-text.ts'
import { endpointInsecure } from './endpoint-insecure.ts'
import { endpointPlaceholder } from './endpoint-placeholder.ts'
import { endpointQuery } from './endpoint-query.ts'
import { endpointShared } from './endpoint-shared.ts'
import { fileSelector } from './file-selector.ts'
import { formParts } from './form-parts.ts'
import { gridLimits } from './grid-limits.ts'
import { gridSize } from './grid-size.ts'
import { groupDefault } from './group-default.ts'
import { groupLinks } from './group-links.ts'
import { layoutGroupMember } from './layout-group-member.ts'
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
import { paramUnread } from './param-unread.ts'
import { promptMentions } from './prompt-mentions.ts'
import { rawUnsupported } from './raw-unsupported.ts'
import { renderFnNeeds } from './render-fn-needs.ts'
import { renderFnUnused } from './render-fn-unused.ts'
import { ruleColor } from './rule-color.ts'
import { selectedAgent } from './selected-agent.ts'
import { staleTimeLong } from './stale-time-long.ts'
import { stateParams } from './state-params.ts'
import { stateValues } from './state-values.ts'
import { tabId } from './tab-id.ts'
import { widgetId } from './widget-id.ts'

/** What is held against widgets, in the order in which its findings are reported. */
const widgetRules: readonly Rule[] = [
  widgetId,
  emptyText,
  endpointQuery,
  endpointPlaceholder,
  endpointShared,
  endpointInsecure,
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
  paramUnread,
  optionsSource,
  formParts,
  columnDuplicate,
  ruleColor,
  renderFnNeeds,
  renderFnUnused,
  chartFields,
  clickTarget,
  clickGroup,
  layoutId,
  stateParams,
  stateValues,
  groupMembers,
  groupDefault,
  groupLinks,
  layoutGroupMember,
  promptMentions,
]

/** What apps and agents are held against by themselves. */
const ownRules: readonly Rule[] = [
  gridLimits,
  appNames,
  tabId,
  layoutSize,
  layoutOverlap,
  layoutUnderBar,
  layoutGroups,
  groupNames,
  groupParam,
  mcpUrl,
  selectedAgent,
  agentFeatures,
  agentControls,
]

/** The documents to hold against each other. */
export interface CrossCheckInput {
  /** Absent when they are not known: nothing is said of what refers to them then. */
  readonly widgets?: AcceptedWidgets
  readonly apps?: WireApps
  /** Absent when they are not known: nothing is said about agents then. */
  readonly agents?: WireAgents
}

/**
 * Holds the documents of a backend against each other and against what Workspace can do with them.
 * Expects them in the form we emit: a reading's document, or a manifest's.
 */
export function crossCheck({ widgets, apps = [], agents }: CrossCheckInput): Diagnostic[] {
  const documents = { widgets: widgets ?? {}, apps, ...(agents === undefined ? {} : { agents }) }
  const rules = widgets === undefined ? ownRules : [...widgetRules, ...ownRules]
  return rules.flatMap((rule) => [...rule(documents)])
}
