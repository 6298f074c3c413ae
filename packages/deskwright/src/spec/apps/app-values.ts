/** What a group keeps equal: a plain parameter, one with an options endpoint, or Workspace's own ticker. */
export const groupTypes = ['param', 'endpointParam', 'ticker'] as const
export type GroupTypeName = (typeof groupTypes)[number]

/** How an MCP server is signed in to. */
export const mcpAuthTypes = ['oauth', 'token'] as const
export type McpAuthType = (typeof mcpAuthTypes)[number]

/** The shadows of a placed widget. */
export const shadows = ['none', 'sm', 'md', 'lg'] as const
