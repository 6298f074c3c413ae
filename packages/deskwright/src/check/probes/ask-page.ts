import { receivedSsrmAnswerSchema } from '../../spec/payloads/ssrm.ts'
import type { Row } from '../../spec/payloads/rows.ts'
import { ask } from './ask.ts'
import { askJson } from './ask-json.ts'
import type { Inquiry } from './each-widget.ts'
import { toWidgetQuestion } from './widget-question.ts'

/** Rows of a page. */
export const pageSize = 10

/** A page of a paged table. */
export interface Page {
  readonly rows: readonly Row[]
  /** How many there are in all; `undefined` when that is not known. */
  readonly count: number | undefined
}

/** A page, or why there is none. */
export type AskedPage = Page | { readonly problem: string; readonly isSlow: boolean }

/** Whether there is a page. */
export function isPage(asked: AskedPage): asked is Page {
  return 'rows' in asked
}

/** Asks a paged table for a page. */
export async function askPage(
  { widget, target }: Inquiry,
  body: Readonly<Record<string, unknown>>,
): Promise<AskedPage> {
  const asked = await askJson(target, toWidgetQuestion(target.url, widget, target.now, body))
  if (asked.problem !== undefined) return asked
  const read = receivedSsrmAnswerSchema.safeParse(asked.value)
  if (!read.success) return { problem: 'the answer has no "rowData"', isSlow: false }
  const { rowData, rowCount = -1, error } = read.data
  if (error !== undefined && error !== '') return { problem: `the answer says ${JSON.stringify(error)}`, isSlow: false }
  return { rows: rowData, count: rowCount < 0 ? undefined : rowCount }
}

/** Whether the first page is another one by now. */
export async function isMoving({ widget, target }: Inquiry): Promise<boolean> {
  const question = toWidgetQuestion(target.url, widget, target.now, { startRow: 0, endRow: pageSize })
  const [known, anew] = [await target.ask(question), await ask(target, question)]
  const toText = (answered: typeof known) => answered.kind === 'answer' && new TextDecoder().decode(answered.bytes)
  return toText(known) !== toText(anew)
}
