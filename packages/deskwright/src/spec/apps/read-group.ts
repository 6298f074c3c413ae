import { findNearest } from '../../internal/nearest.ts'
import { listValues } from '../read/describe.ts'
import { defaulted, objectOf, required } from '../read/object-reader.ts'
import { listOf, type Reader, refuse, text, unchecked } from '../read/reader.ts'
import { value } from '../widgets/read-value.ts'
import { type GroupTypeName, groupTypes } from './app-values.ts'
import type { WireGroup } from './group.ts'

/** Reads a group's type: the client refuses what is no text, and cannot use what is none of the three. */
const groupType: Reader<GroupTypeName> = {
  expects: listValues(groupTypes),
  read: (came, cursor) => {
    if ((groupTypes as readonly unknown[]).includes(came)) return came as GroupTypeName
    if (typeof came !== 'string') return refuse(cursor, came, groupType.expects)
    const nearest = findNearest(came, groupTypes)
    refuse({ ...cursor, severity: 'warning' }, came, groupType.expects, nearest)
    return nearest
  },
}

/** Reads a group. */
export const group: Reader<WireGroup> = objectOf<WireGroup>(
  {
    name: required(text, ''),
    type: required(groupType, 'param'),
    paramName: unchecked(text),
    widgetIds: defaulted(listOf(text, 'an array of widget ids'), []),
    defaultValue: unchecked(value),
  },
  {
    expects: 'a group {"name", "type", "paramName", "widgetIds"}',
    instead: { param: 'paramName', widgets: 'widgetIds', members: 'widgetIds' },
  },
)
