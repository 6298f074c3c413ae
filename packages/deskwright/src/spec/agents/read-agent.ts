import { report, stepInto } from '../read/cursor.ts'
import { advised, objectOf, recordOf, required } from '../read/object-reader.ts'
import {
  filled,
  isJsonObject,
  listOf,
  name,
  oneOf,
  orNull,
  type Reader,
  refuse,
  text,
  unchecked,
} from '../read/reader.ts'
import type { WireAgent } from './agent.ts'
import { controlTypes } from './agent-values.ts'
import type { WireAgentControl, WireAgentFeature } from './feature.ts'

const controlDefault: Reader<string | boolean> = {
  expects: 'true, false or a text',
  read: (value, cursor) =>
    typeof value === 'boolean' || typeof value === 'string' ? value : refuse(cursor, value, controlDefault.expects),
}

const control = objectOf<WireAgentControl>({
  label: required(filled, ''),
  type: oneOf(controlTypes),
  default: controlDefault,
  description: text,
  placeholder: text,
  options: listOf(objectOf<{ label: string; value: string }>({ label: required(text), value: required(text) })),
})

const feature: Reader<WireAgentFeature> = {
  expects: 'true, false or a control {"label"}',
  read: (value, cursor) => {
    if (typeof value === 'boolean') return value
    return isJsonObject(value) ? control.read(value, cursor) : refuse(cursor, value, feature.expects)
  },
}

/** Keys of older descriptors. */
const legacyKeys = ['hasStreaming', 'hasFunctionCalling', 'hasDocuments']

const fields = objectOf<WireAgent>(
  {
    name: required(name, ''),
    description: required(name, ''),
    image: unchecked(orNull(text)),
    endpoints: required(
      objectOf<WireAgent['endpoints']>(
        { query: required(name), feedback: filled, upload_docs: filled },
        { expects: '{"query"}' },
      ),
    ),
    features: advised(unchecked(recordOf(feature)), {}),
    models: unchecked(listOf(objectOf<{ id: string; name: string }>({ id: required(filled), name: required(filled) }))),
    headers: unchecked(recordOf(text)),
  },
  { expects: 'an agent {"name", "description", "endpoints"}', silent: ['id', ...legacyKeys] },
)

/** What `hasFunctionCalling` stands for. */
const widgetFeatures = ['widget-dashboard-select', 'widget-dashboard-search', 'widget-global-search']

/** Reads one agent. */
export const agent: Reader<WireAgent> = {
  expects: fields.expects,
  read: (value, cursor) => {
    const read = fields.read(value, cursor)
    if (read === undefined || !isJsonObject(value)) return undefined
    const legacy: Record<string, WireAgentFeature> = {}
    if (typeof value['hasStreaming'] === 'boolean') legacy['streaming'] = value['hasStreaming']
    if (typeof value['hasFunctionCalling'] === 'boolean') {
      for (const key of widgetFeatures) legacy[key] = value['hasFunctionCalling']
    }
    for (const key of legacyKeys) {
      if (Object.hasOwn(value, key)) {
        report(stepInto(cursor, key), 'advice', 'key-respelled', { from: key, to: 'features', read: true })
      }
    }
    return { ...read, features: { ...legacy, ...read.features } }
  },
}
