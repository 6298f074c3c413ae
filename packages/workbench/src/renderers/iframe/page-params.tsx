import type { TargetedEvent } from 'preact'
import type { PageParam } from './read-message.ts'

/** The parameters that a page declares, and what they are set to. */
export interface PageParamsProps {
  readonly params: readonly PageParam[]
  readonly values: Readonly<Record<string, string>>
  readonly set: (name: string, value: string) => void
}

/** Shows the parameters that an embedded page declares. All their values are texts. */
export function PageParams({ params, values, set }: PageParamsProps) {
  return (
    <>
      {params.map((param) => (
        <label key={param.paramName} class="page-param">
          <span>{param.label}</span>
          <PageInput
            param={param}
            value={values[param.paramName] ?? param.value}
            set={(value) => set(param.paramName, value)}
          />
        </label>
      ))}
    </>
  )
}

function PageInput({ param, value, set }: { param: PageParam; value: string; set: (value: string) => void }) {
  if (param.type === 'boolean') {
    const isOn = value.toLowerCase() === 'true'
    return <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => set(String(currentTarget.checked))} />
  }
  if (param.options.length > 0) {
    return (
      <select value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
        {param.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const change = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => set(currentTarget.value)
  if (param.type === 'number') return <input type="number" value={value} {...param.limits} onChange={change} />
  if (param.type === 'date') return <input type="date" value={value} onChange={change} />
  return <input type="text" value={value} onChange={change} />
}
