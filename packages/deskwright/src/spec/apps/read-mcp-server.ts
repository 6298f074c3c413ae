import { objectOf, required } from '../read/object-reader.ts'
import { filled, oneOf, type Reader, refuse, text } from '../read/reader.ts'
import { mcpAuthTypes } from './app-values.ts'
import type { WireMcpServer } from './mcp-server.ts'

const absoluteUrl: Reader<string> = {
  expects: 'an absolute URL such as "https://mcp.example.com/mcp"',
  read: (value, cursor) =>
    typeof value === 'string' && URL.canParse(value) ? value : refuse(cursor, value, absoluteUrl.expects),
}

/** Reads an app's MCP server. */
export const mcpServer: Reader<WireMcpServer> = objectOf<WireMcpServer>(
  { name: required(filled, ''), url: required(absoluteUrl), description: text, authType: oneOf(mcpAuthTypes) },
  { expects: 'an MCP server {"name", "url"}' },
)
