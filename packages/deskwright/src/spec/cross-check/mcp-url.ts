import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachApp } from './walk.ts'

/** The client refuses an MCP server whose URL is not absolute. */
export const mcpUrl: Rule = function* (documents) {
  for (const { app, where } of eachApp(documents)) {
    for (const [index, { name, url }] of (app.mcp_servers ?? []).entries()) {
      if (URL.canParse(url)) continue
      yield diagnose('error', 'mcp-url', { where, path: `mcp_servers[${index}].url` }, { name, url })
    }
  }
}
