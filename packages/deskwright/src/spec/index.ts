export * from './types.ts'
export {
  appIdPattern,
  builtInLayoutIds,
  defaultOrigins,
  gridColumns,
  gridRows,
  isBuiltInLayoutId,
  tabBarHeight,
  widgetIdPattern,
} from './constants.ts'
export { agentIdPattern, agentSchema, agentsSchema } from './agents/agent.ts'
export { controlTypes, featureSchema } from './agents/feature.ts'
export { groupTypes, mcpAuthTypes } from './apps/app-values.ts'
export { appSchema, appsSchema, tabSchema } from './apps/app.ts'
export { groupSchema } from './apps/group.ts'
export { layoutItemSchema } from './apps/layout-item.ts'
export { mcpServerSchema } from './apps/mcp-server.ts'
export { stateSchema } from './apps/state.ts'
export { fileErrorSchema, fileObjectSchema, filesSchema, fileTypes } from './payloads/file.ts'
export { highchartsConstructors, highchartsEnvelopeSchema } from './payloads/highcharts.ts'
export {
  iframeManifestSchema,
  iframePageMessageSchema,
  iframeParamSchema,
  iframeWorkspaceMessageSchema,
} from './payloads/iframe.ts'
export { liveParamsMessageSchema, liveUpdateSchema } from './payloads/live.ts'
export { metricSchema, metricsSchema } from './payloads/metric.ts'
export { articleSchema, articlesSchema } from './payloads/newsfeed.ts'
export { omniAnswerSchema, omniCitationSchema } from './payloads/omni.ts'
export { plotlyFigureSchema } from './payloads/plotly.ts'
export { rowSchema, rowsSchema } from './payloads/rows.ts'
export { advancedFilterSchema, columnFilterSchema, filterModelSchema } from './payloads/ssrm-filter.ts'
export { ssrmAnswerSchema, ssrmRequestSchema } from './payloads/ssrm.ts'
export {
  udfConfigSchema,
  udfErrorSchema,
  udfHistorySchema,
  udfSearchResultsSchema,
  udfSymbolSchema,
} from './payloads/udf.ts'
export { vegaLiteSpecSchema } from './payloads/vega-lite.ts'
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
export { optionSchema, optionsDocumentSchema } from './widgets/option.ts'
export { valueSchema } from './widgets/param-value.ts'
export { formInputTypes, formMethods, languages, paramRoles, paramTypes } from './widgets/param-values.ts'
export { paramSchema, paramsSchema } from './widgets/param.ts'
export { paramsOf } from './widgets/params-of.ts'
export { renderFnParamsSchema } from './widgets/render-fn-params.ts'
export { sparklineSchema } from './widgets/sparkline.ts'
export { acceptedWidgetTypes, postWidgetTypes, rawWidgetTypes, widgetTypes } from './widgets/widget-types.ts'
export { gridDataSchema, widgetSchema, widgetsSchema } from './widgets/widget.ts'
