import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Context } from '../context.ts'
import type { Params } from './param.ts'

/** What is wrong with the fields of a form, by their names; `undefined` is nothing. */
export type FieldProblems<Inputs extends Params> = { readonly [Name in keyof Inputs]?: string | undefined }

/** What a form's handler knows about the request besides its fields. */
export interface FormContext<Inputs extends Params> extends Context {
  /**
   * Refuses the form when at least one field has a problem, and goes on when none has. Clients that can show each problem at its field;
   * others show all of them in one text, after `message`.
   */
  readonly refuseFields: (problems: FieldProblems<Inputs>, message?: string) => void
}

/** Makes what refuses the fields of a form. Fails with `form-refused`. */
export function createRefuseFields(inputs: Params): FormContext<Params>['refuseFields'] {
  return (problems, message) => {
    const told = Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== undefined)
    if (told.length === 0) return
    const lines = told.map(([name, text]) => `${inputs[name]?.label ?? name}: ${text}`)
    throw new DeskwrightError('form-refused', {
      text: [...(message === undefined ? [] : [message]), ...lines].join('\n'),
      byField: Object.fromEntries(told),
    })
  }
}
