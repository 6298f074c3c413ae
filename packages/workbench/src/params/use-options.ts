import type { WireOption } from 'deskwright/spec'
import { useEffect, useRef, useState } from 'preact/hooks'
import { systemClock, toLocalDay } from '../requests/clock.ts'
import { toOptionsRequest } from '../requests/options-request.ts'
import { toOptions } from '../requests/to-options.ts'
import type { FieldProps } from './field-props.ts'

/** The choices of a dropdown, wherever they come from. */
export interface Choices {
  readonly options: readonly WireOption[]
  readonly busy: boolean
  /** Why there are none. */
  readonly problem?: string
  /** Asks again unless what is there is fresh. */
  readonly renew: () => void
}

/** How long options that were loaded will do, in milliseconds, when a dropdown opens. Those of a form are asked for each time: it changes them. */
const fresh = 60_000

/** Loads the choices of an endpoint, and again when a param changes that they depend on. */
export function useOptions({ param, host, values, fields }: FieldProps): Choices {
  const [state, setState] = useState<Omit<Choices, 'renew'>>({ options: [], busy: true })
  const asking = useRef<AbortController>(undefined)
  const now = toLocalDay(systemClock.now())
  const request = toOptionsRequest(host.client.connection, host.widget, param, {
    values,
    now,
    ...(fields ? { fields } : {}),
  })

  const load = async (maxAge: number) => {
    asking.current?.abort()
    if (request === undefined) return setState({ options: [], busy: false, problem: 'It has no optionsEndpoint.' })
    const controller = (asking.current = new AbortController())
    setState(({ options }) => ({ options, busy: true }))
    const asker = { ...host.asker, purpose: 'options' } as const
    const answer = await host.store.load(request, { asker, maxAge, signal: controller.signal }).catch(() => undefined)
    if (answer === undefined || controller.signal.aborted) return
    if (!answer.ok) return setState({ options: [], busy: false, problem: answer.failure.message })
    const options = toOptions(answer.data)
    setState(options ? { options, busy: false } : { options: [], busy: false, problem: 'The answer is no list.' })
  }

  useEffect(() => {
    void load(fresh)
    return () => asking.current?.abort()
  }, [request?.url, host.store])

  return { ...state, renew: () => void load(fields ? 0 : fresh) }
}
