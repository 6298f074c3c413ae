/** How many columns a dashboard has. */
export const gridColumns = 40

/** How many rows a widget may be high. */
export const gridRows = 100

/** The height of the bar that Workspace draws above the tabs of an app, in rows. */
export const tabBarHeight = 2

/** What a widget id should look like to be legal everywhere. */
export const widgetIdPattern = /^[A-Za-z0-9_-]+$/

/** What an app's own id has to look like, if it has one. */
export const appIdPattern = /^custom-.+/

/** Ids of a layout that Workspace brings along; ids that start with `rich_note` are notes. */
export const builtInLayoutIds = ['navigation_bar', 'clock', 'rss_viewer', 'iframe'] as const

/** Whether a layout id needs no widget. */
export function isBuiltInLayoutId(id: string): boolean {
  return id.startsWith('rich_note') || (builtInLayoutIds as readonly string[]).includes(id)
}

/** What an agent's id looks like. */
export const agentIdPattern = /^[a-z0-9_-]+$/
