import type { WireFormInput, WireParam, WireValue } from 'deskwright/spec'
import type { ComponentType } from 'preact'
import { useId } from 'preact/hooks'
import type { ParamValues } from '../requests/param-values.ts'
import { BooleanField } from './boolean-field.tsx'
import { ChoiceField, RemoteChoiceField } from './choice-field.tsx'
import { CodeField } from './code-field.tsx'
import { DateField } from './date-field.tsx'
import { toFieldKind, type FieldKind } from './field-kind.ts'
import { toLabel, type FieldProps, type ParamHost } from './field-props.ts'
import { NumberField } from './number-field.tsx'
import { TabsField } from './tabs-field.tsx'
import { TagsField } from './tags-field.tsx'
import { TextField } from './text-field.tsx'
import { TickerField } from './ticker-field.tsx'

/** What draws each kind of param that has a value. */
const components: Readonly<Record<Exclude<FieldKind, 'form' | 'button'>, ComponentType<FieldProps>>> = {
  text: TextField,
  number: NumberField,
  boolean: BooleanField,
  date: DateField,
  ticker: TickerField,
  choice: ChoiceField,
  'remote-choice': RemoteChoiceField,
  tags: TagsField,
  tabs: TabsField,
  code: CodeField,
}

/** What a labelled field is told. */
export interface ParamFieldProps {
  readonly param: WireParam | WireFormInput
  readonly value: WireValue | undefined
  readonly onChange: (value: WireValue) => void
  readonly host: ParamHost
  readonly values: ParamValues
  readonly fields?: ParamValues
  /** What the backend said of it. */
  readonly error?: string | undefined
  /** The colour of the group that shares it. */
  readonly color?: string | undefined
}

/** One param with its label, what describes it, and what is wrong with it. */
export function ParamField({ error, color, ...props }: ParamFieldProps) {
  const id = useId()
  const { param } = props
  const kind = toFieldKind(param)
  if (kind === 'form' || kind === 'button') return null
  const Component = components[kind]
  const { description } = param
  const described = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={`param param-kind-${kind}`} data-param={param.paramName}>
      <label id={`${id}-label`} for={id} title={description}>
        {color !== undefined && <span class="param-group" style={{ background: color }} />}
        {toLabel(param)}
      </label>
      <Component
        {...props}
        id={id}
        labelId={`${id}-label`}
        describedBy={described === '' ? undefined : described}
        invalid={error !== undefined}
      />
      {description !== undefined && description !== '' && (
        <span id={`${id}-about`} class="spoken">
          {description}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} class="param-error">
          {error}
        </span>
      )}
    </div>
  )
}
