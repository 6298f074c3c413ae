import { report, stepInto } from '../read/cursor.ts'
import { advised, defaulted, objectOf, recordOf, required } from '../read/object-reader.ts'
import { filled, flag, isJsonObject, listOf, type Reader, refuse, text, unchecked } from '../read/reader.ts'
import { respell } from '../read/translate.ts'
import { appIdPattern } from '../constants.ts'
import type { WireApp, WireTab } from './app.ts'
import { group } from './read-group.ts'
import { layoutItem } from './read-layout-item.ts'
import { mcpServer } from './read-mcp-server.ts'

const toTab = (key: string): Reader<WireTab> =>
  objectOf<WireTab>(
    {
      id: required(text, key),
      name: required(text, key),
      layout: required(listOf(layoutItem, 'an array of placed widgets'), []),
    },
    { expects: 'a tab {"id", "name", "layout"}' },
  )

const image = defaulted(text, '')

const fields = objectOf<WireApp>(
  {
    name: required(filled, ''),
    description: text,
    img: image,
    img_dark: image,
    img_light: image,
    allowCustomization: advised(flag, true),
    tabs: required(recordOf(toTab, 'an object with the tab ids as keys'), {}),
    groups: advised(listOf(group, 'an array of groups'), []),
    prompts: advised(listOf(text, 'an array of texts'), []),
    selected_agent: text,
    authentication: unchecked(text),
    mcp_servers: listOf(mcpServer, 'an array of MCP servers'),
  },
  {
    expects: 'an app {"name", "tabs"}',
    silent: ['id', 'templateId', 'template_id'],
    instead: { title: 'name', image: 'img', agent: 'selected_agent', layout: 'tabs', mcp: 'mcp_servers' },
  },
)

const spelled = respell(fields, [{ from: 'mcpServers', to: 'mcp_servers', severity: 'advice' }])

/** Reads one app. */
export const app: Reader<WireApp> = {
  expects: fields.expects,
  read: (value, cursor) => {
    if (isJsonObject(value) && Object.hasOwn(value, 'id')) {
      const { id } = value
      if (typeof id !== 'string' || !appIdPattern.test(id)) {
        report(stepInto(cursor, 'id'), 'error', 'app-id', { id: JSON.stringify(id) })
      }
    }
    return isJsonObject(value) ? spelled.read(value, cursor) : refuse(cursor, value, fields.expects)
  },
}
