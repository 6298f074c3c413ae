import type { WireParam } from 'deskwright/spec'
import { useId } from 'preact/hooks'
import type { ParamValues } from '../requests/param-values.ts'
import type { ParamHost } from './field-props.ts'
import { FormField } from './form-field.tsx'
import { ParamField } from './param-field.tsx'
import { toDrawnRows } from './param-rows.ts'
import './params.css'

/** What a param bar is told. */
export interface ParamBarProps {
  readonly host: ParamHost
  /** The current values, defaults included. */
  readonly values: ParamValues
  /** Called with the values that changed, and only with those. */
  readonly onChange: (changed: ParamValues) => void
  /** Called when the backend took a form: the widget's data is to be loaded again. */
  readonly onSent: () => void
  /** The colour of the group that shares a param, where there is one. */
  readonly colorOf?: (paramName: string) => string | undefined
  /** Which rows to draw: all, the title's, or those below it. */
  readonly rows?: 'all' | 'title' | 'below'
}

/** The params of a widget, in their rows. Draws nothing when there are none. */
export function ParamBar({ host, values, onChange, onSent, colorOf, rows = 'all' }: ParamBarProps) {
  const id = useId()
  const all = toDrawnRows(host.widget)
  const drawn = rows === 'all' ? all : rows === 'title' ? all.slice(0, 1) : all.slice(1)
  const filled = drawn.filter((row) => row.length > 0)
  if (filled.length === 0) return null

  const toField = (param: WireParam) =>
    param.type === 'form' ? (
      <FormField
        key={param.paramName}
        form={param}
        host={host}
        values={values}
        id={`${id}-${param.paramName}`}
        onSent={onSent}
      />
    ) : (
      <ParamField
        key={param.paramName}
        param={param}
        value={values[param.paramName]}
        onChange={(value) => onChange({ [param.paramName]: value })}
        host={host}
        values={values}
        color={colorOf?.(param.paramName)}
      />
    )

  return (
    <div class="params" role="group" aria-label={`Params of ${host.widget.name}`}>
      {filled.map((row, index) => (
        <div key={index} class="param-row">
          {row.map(toField)}
        </div>
      ))}
    </div>
  )
}
