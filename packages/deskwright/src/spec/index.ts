export type { Diagnostic, Severity } from '../errors/diagnostic.ts'
export * from './types.ts'
export {
  agentIdPattern,
  appIdPattern,
  builtInLayoutIds,
  gridColumns,
  gridRows,
  isBuiltInLayoutId,
  tabBarHeight,
  widgetIdPattern,
} from './constants.ts'
export { defaultOrigins } from './default-origins.ts'
export { agentSchema, agentsSchema } from './agents/agent.ts'
export { controlTypes } from './agents/agent-values.ts'
export { featureSchema } from './agents/feature.ts'
export { groupTypes, mcpAuthTypes } from './apps/app-values.ts'
export { appSchema, appsSchema, tabSchema } from './apps/app.ts'
export { groupSchema } from './apps/group.ts'
export { layoutItemSchema } from './apps/layout-item.ts'
export { mcpServerSchema } from './apps/mcp-server.ts'
export { stateSchema } from './apps/state.ts'
export { fileTypes } from './payloads/file-types.ts'
export {
  fileErrorSchema,
  fileObjectSchema,
  filesSchema,
  receivedFileObjectSchema,
  receivedFilesSchema,
} from './payloads/file.ts'
export {
  highchartsConstructors,
  highchartsEnvelopeSchema,
  receivedHighchartsEnvelopeSchema,
} from './payloads/highcharts.ts'
export {
  iframeManifestSchema,
  iframePageMessageSchema,
  iframeParamSchema,
  iframeWorkspaceMessageSchema,
  receivedIframePageMessageSchema,
} from './payloads/iframe.ts'
export { liveParamsMessageSchema, liveUpdateSchema, receivedLiveParamsMessageSchema } from './payloads/live.ts'
export { metricSchema, metricsSchema, receivedMetricsSchema } from './payloads/metric.ts'
export { articleSchema, articlesSchema, receivedArticlesSchema } from './payloads/newsfeed.ts'
export { omniAnswerSchema, omniCitationSchema, omniRequestSchema, receivedOmniAnswerSchema } from './payloads/omni.ts'
export { plotlyFigureSchema, receivedPlotlyFigureSchema } from './payloads/plotly.ts'
export { receivedRowsSchema, rowSchema, rowsSchema } from './payloads/rows.ts'
export { advancedFilterSchema, columnFilterSchema, filterModelSchema } from './payloads/ssrm-filter.ts'
export {
  exactSsrmRequestSchema,
  receivedSsrmAnswerSchema,
  ssrmAnswerSchema,
  ssrmRequestSchema,
} from './payloads/ssrm.ts'
export {
  receivedUdfConfigSchema,
  receivedUdfHistorySchema,
  receivedUdfSymbolSchema,
  udfConfigSchema,
  udfErrorSchema,
  udfHistorySchema,
  udfQuotesSchema,
  udfSearchResultsSchema,
  udfSymbolGroupSchema,
  udfSymbolSchema,
} from './payloads/udf.ts'
export { receivedVegaLiteSpecSchema, vegaLiteSpecSchema } from './payloads/vega-lite.ts'
export { chartViewSchema } from './widgets/chart-view.ts'
export { colorRuleSchema, ruleColorSchema } from './widgets/color-rule.ts'
export {
  aggFuncs,
  alignments,
  cellDataTypes,
  chartDataTypes,
  chartTypes,
  clickActions,
  colorConditions,
  colorNames,
  formatterFns,
  hexColor,
  pinSides,
  renderFns,
  sortDirections,
} from './widgets/column-values.ts'
export { columnSchema } from './widgets/column.ts'
export { dataSchema, tableSchema } from './widgets/data.ts'
export { formInputSchema } from './widgets/form-input.ts'
export { optionSchema, optionsDocumentSchema, receivedOptionsDocumentSchema } from './widgets/option.ts'
export { valueSchema } from './widgets/param-value.ts'
export { formInputTypes, formMethods, languages, paramRoles, paramTypes } from './widgets/param-values.ts'
export { paramSchema, paramsSchema } from './widgets/param.ts'
export { paramsOf } from './widgets/params-of.ts'
export { resolveDate } from './widgets/resolve-date.ts'
export { renderFnParamsSchema } from './widgets/render-fn-params.ts'
export { sparklineSchema } from './widgets/sparkline.ts'
export { acceptedWidgetTypes, postWidgetTypes, rawWidgetTypes, widgetTypes } from './widgets/widget-types.ts'
export { gridDataSchema, widgetSchema, widgetsSchema } from './widgets/widget.ts'
export { readAgents } from './agents/read-agents.ts'
export { readApps } from './apps/read-apps.ts'
export { crossCheck, type CrossCheckInput } from './cross-check/cross-check.ts'
export { readJson } from './read/read-json.ts'
export { toSlug } from './slug.ts'
export type { Reading } from './read/reading.ts'
export type { AcceptedWidget, AcceptedWidgets } from './widgets/accepted-widget.ts'
export { readWidgets } from './widgets/read-widgets.ts'
export { readDocuments, type DocumentsReading, type ReceivedDocuments } from './read-documents.ts'
