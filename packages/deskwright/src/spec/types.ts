export type { WireAgent, WireAgents } from './agents/agent.ts'
export type { WireAgentControl, WireAgentFeature } from './agents/feature.ts'
export type { GroupTypeName, McpAuthType } from './apps/app-values.ts'
export type { WireApp, WireApps, WireTab } from './apps/app.ts'
export type { WireGroup } from './apps/group.ts'
export type { WireLayoutItem } from './apps/layout-item.ts'
export type { WireMcpServer } from './apps/mcp-server.ts'
export type { WireState } from './apps/state.ts'
export type { FileTypeName } from './payloads/file-types.ts'
export type { FileError, FileObject } from './payloads/file.ts'
export type { HighchartsEnvelope } from './payloads/highcharts.ts'
export type {
  IframeAuthMessage,
  IframeConnectMessage,
  IframeDataMessage,
  IframeErrorMessage,
  IframeManifest,
  IframePageMessage,
  IframeParam,
  IframeParamsMessage,
  IframeRequestMessage,
  IframeSetParamsMessage,
  IframeWorkspaceMessage,
} from './payloads/iframe.ts'
export type { LiveParamsMessage, LiveUpdate } from './payloads/live.ts'
export type { Metric } from './payloads/metric.ts'
export type { Article } from './payloads/newsfeed.ts'
export type {
  OmniAnswer,
  OmniChartAnswer,
  OmniCitation,
  OmniRequest,
  OmniTableAnswer,
  OmniTextAnswer,
} from './payloads/omni.ts'
export type { PlotlyFigure } from './payloads/plotly.ts'
export type { Row } from './payloads/rows.ts'
export type {
  AdvancedFilter,
  AdvancedJoin,
  AdvancedLeaf,
  BooleanFilter,
  ColumnFilter,
  CombinedFilter,
  DateFilter,
  FilterModel,
  MultiFilter,
  NumberFilter,
  SetFilter,
  SimpleFilter,
  TextFilter,
} from './payloads/ssrm-filter.ts'
export type { SsrmAnswer, SsrmGroupColumn, SsrmRequest, SsrmSort, SsrmValueColumn } from './payloads/ssrm.ts'
export type {
  UdfBars,
  UdfConfig,
  UdfError,
  UdfHistory,
  UdfNoData,
  UdfQuotes,
  UdfSearchResult,
  UdfSymbol,
  UdfSymbolGroup,
} from './payloads/udf.ts'
export type { VegaLiteSpec } from './payloads/vega-lite.ts'
export type { WireChartView } from './widgets/chart-view.ts'
export type { WireColorRule } from './widgets/color-rule.ts'
export type {
  AggFunc,
  CellDataType,
  ChartDataType,
  ChartTypeName,
  ClickAction,
  ColorCondition,
  FormatterFn,
  RenderFn,
  RuleColor,
} from './widgets/column-values.ts'
export type { WireColumn } from './widgets/column.ts'
export type { WireData, WireTable } from './widgets/data.ts'
export type { WireFormInput } from './widgets/form-input.ts'
export type { WireOption, WireOptionsDocument } from './widgets/option.ts'
export type { WireValue } from './widgets/param-value.ts'
export type { FormInputTypeName, FormMethod, Language, ParamRole, ParamTypeName } from './widgets/param-values.ts'
export type { WireParam, WireParams } from './widgets/param.ts'
export type { WireRenderFnParams } from './widgets/render-fn-params.ts'
export type { WireSparkline } from './widgets/sparkline.ts'
export type { AcceptedWidgetTypeName, WidgetTypeName } from './widgets/widget-types.ts'
export type { WireGridData, WireWidget, WireWidgets } from './widgets/widget.ts'
