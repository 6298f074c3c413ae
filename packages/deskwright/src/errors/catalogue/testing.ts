import { entry } from '../entry.ts'

/** What a test client says when the backend did not answer with data. */
export const testingErrors = {
  'test-request-failed': entry(
    'A request of a test was refused',
    500,
    (d: { request: string; status: number; detail: string }) => ({
      message: `${d.request} answered ${d.status}: ${d.detail}`,
      hint: 'Where the test is about the error, expect the rejection: rejects.toMatchObject({ status }).',
    }),
  ),
  'test-widget-unknown': entry(
    'A test names a widget or parameter that is not there',
    500,
    (d: { name: string; known: readonly string[] }) => ({
      message: `There is no ${d.name}; there are: ${d.known.join(', ') || 'none'}.`,
      hint: 'Use the key under `widgets` or `params`.',
    }),
  ),
}
