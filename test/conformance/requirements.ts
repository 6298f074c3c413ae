import { appsJson } from './requirements/apps-json.ts'
import { readme } from './requirements/readme.ts'
import { widgetData } from './requirements/widget-data.ts'
import { widgetsJson } from './requirements/widgets-json.ts'
import type { Requirement } from './section.ts'

/** Everything the protocol asks of a server, one requirement for each testable line. */
export const requirements: readonly Requirement[] = [...readme, ...widgetsJson, ...widgetData, ...appsJson]
