/** The controls a custom feature may be. */
export const controlTypes = ['toggle', 'text', 'select'] as const

/** The features that Workspace itself knows. */
export const knownFeatures = [
  'streaming',
  'widget-dashboard-select',
  'widget-dashboard-search',
  'widget-global-search',
  'mcp-tools',
  'generative-ui',
  'agent-orchestration',
  'file-upload',
  'feedback',
] as const
