import type { FormParam } from './form.ts'
import type { Params, ParamValue } from './param.ts'

/** What a loader gets: the decoded value of each parameter; forms give nothing. */
export type ParamValues<P extends Params> = {
  -readonly [Name in keyof P as P[Name] extends FormParam ? never : Name]: ParamValue<P[Name]>
}
