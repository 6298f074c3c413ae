import { isLoopback } from './probes/is-local.ts'

/** Says from which browsers an address can be reached, when not from all. */
export function describeReach(subject: string): string | undefined {
  if (!/^http:\/\//i.test(subject) || !URL.canParse(subject) || !isLoopback(subject)) return undefined
  return 'Chrome (which asks for permission once), Edge and Firefox reach it by http://; Safari, Brave and Excel on a Mac only by https://.'
}
