import { entry } from '../entry.ts'

/** What can go wrong while a request is answered. */
export const requestErrors = {
  'params-invalid': entry('A parameter has a value it cannot have', 422, (d: { problems: readonly string[] }) => ({
    message: d.problems.join('; '),
    hint: 'Send the values named in the message, or leave the parameter out to get its default.',
  })),
  'request-refused': entry('A loader refused the request', 400, (d: { status: number; detail: string }) => ({
    message: d.detail,
    hint: 'The loader said so with refuse(status, detail).',
  })),
}
