import { paramsOf, type AcceptedWidget } from 'deskwright/spec'
import type { RequestState } from '../requests/request-state.ts'
import { isEmpty } from '../requests/is-empty.ts'
import { toUsefulPart } from '../requests/useful-part.ts'
import { findShapeReason } from './shape-reason.ts'

/** One reason why a widget shows nothing, or nothing useful. */
export interface Reason {
  readonly message: string
  readonly hint: string
}

/** What is known about a widget on the desk. */
export interface WidgetSituation {
  readonly widget: AcceptedWidget
  /** Its last request for data; absent when there was none. */
  readonly last?: { readonly url: string; readonly state: RequestState }
  /** The values that were sent, by param name. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Says why a widget is empty, the most likely reason first. */
export function findReasons({ widget, last, values }: WidgetSituation): readonly Reason[] {
  if (last === undefined) return [explainSilence(widget)]
  const { state, url } = last
  switch (state.phase) {
    case 'pending':
    case 'answered':
      return [
        { message: 'The answer is still on its way.', hint: 'If it never comes, look at what the endpoint waits for.' },
      ]
    case 'aborted':
      return [
        {
          message: 'The request was given up, for a newer one or because the widget went off the screen.',
          hint: 'Refresh the widget.',
        },
      ]
    case 'failed':
      if (state.isLate) return [{ message: state.message, hint: 'Look at what the endpoint waits for.' }]
      return [
        {
          message: `The browser was not allowed to read the answer of ${new URL(url).pathname}, or there was none (${state.message}). The documents of this backend came through, so it runs and allows this page.`,
          hint: 'An endpoint that crashes often answers without CORS headers: look for an error in the log of the backend, and send the headers on errors too. Copy as curl shows the plain answer.',
        },
      ]
    case 'finished': {
      const { status, statusText } = state.head
      if (isRedirect(status)) {
        return [
          {
            message: `The backend answers ${new URL(url).pathname} by sending the page on to another address, and no answer comes of it.`,
            hint: 'It leads in a circle, or to a server that does not allow this page. Let the endpoint answer itself.',
          },
        ]
      }
      if (status === 204) {
        return [
          {
            message: 'The backend answered 204, which Workspace shows as an error.',
            hint: 'Answer 200 with [] when there is no data.',
          },
        ]
      }
      if (status >= 400) {
        const said = state.body.text.slice(0, 300)
        return [{ message: `The backend refused with ${status}: ${said || statusText}`, hint: hintFor(status) }]
      }
      return explainAnswer(widget, state.body.text, state.body.cut, state.head.headers['content-type'] ?? '', values)
    }
  }
}

function explainSilence(widget: AcceptedWidget): Reason {
  if (widget.runButton === true) {
    return {
      message: 'It has a run button, and nobody pressed it.',
      hint: 'Press its run button. In Workspace it waits as well.',
    }
  }
  if (widget.type === 'note') return { message: 'A note has no data.', hint: 'Write into it.' }
  return {
    message: 'Nothing was asked for it yet.',
    hint: 'A widget asks when it comes onto the screen: scroll to it.',
  }
}

function explainAnswer(
  widget: AcceptedWidget,
  text: string,
  cut: boolean,
  contentType: string,
  values: Readonly<Record<string, unknown>>,
): readonly Reason[] {
  if (cut)
    return [{ message: 'The answer is too large to be looked at here.', hint: 'Send fewer rows, or use ssrm_table.' }]
  const { payload, problem } = parse(text)
  if (payload === undefined) {
    if (/^\s*</.test(text)) {
      return [
        {
          message: `A page came instead of data (${contentType || 'HTML'}).`,
          hint: 'Check the endpoint: a login or an error page answers there.',
        },
      ]
    }
    if (/\bjson\b/i.test(contentType)) {
      return [
        {
          message: `The answer says that it is JSON (${contentType}), but it is not: ${problem}.`,
          hint: 'Write it with a library for JSON, to its end, without NaN and Infinity. The Requests tab has its text.',
        },
      ]
    }
    return []
  }
  const { dataKey } = widget.data ?? {}
  const part = toUsefulPart(payload, dataKey)
  if (dataKey !== undefined && dataKey !== '' && part === payload && !Array.isArray(payload)) {
    const keys = typeof payload === 'object' && payload !== null ? Object.keys(payload) : []
    return [
      {
        message: `dataKey is "${dataKey}", but the answer has no such part.`,
        hint: keys.length === 0 ? 'Remove dataKey.' : `It has: ${keys.slice(0, 12).join(', ')}.`,
      },
    ]
  }
  if (isEmpty(part)) return [explainNothing(widget, values)]
  const shape = findShapeReason(widget, part)
  return shape === undefined ? [] : [shape]
}

function explainNothing(widget: AcceptedWidget, values: Readonly<Record<string, unknown>>): Reason {
  const params = paramsOf(widget).filter(({ paramName }) => paramName !== undefined)
  const unset = params.flatMap(({ paramName }) => (isEmpty(values[paramName ?? ''] ?? '') ? [paramName] : []))
  const sent = Object.entries(values).flatMap(([name, value]) => (isEmpty(value) ? [] : [`${name}=${String(value)}`]))
  return {
    message: `The backend answered well, but with nothing in it${sent.length === 0 ? '' : `, for ${sent.join(', ')}`}.`,
    hint:
      unset.length === 0
        ? 'Try other values of its params; or the source behind the endpoint is empty.'
        : `Not sent, because they have no value: ${unset.join(', ')}. Give them a default if the endpoint needs them.`,
  }
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return 'Add the key that it expects to the connection.'
  if (status === 404) return 'Check the endpoint in widgets.json, and the values in its path.'
  if (status === 405) return 'Serve the method that Workspace uses for this widget type.'
  if (status === 422)
    return 'A param is missing or has another type: compare the sent params with what the endpoint declares.'
  return 'Look at the log of the backend.'
}

/** A page is told of a redirect that it did not follow, but not where it leads: then the status is 0. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}

function parse(text: string): { readonly payload?: unknown; readonly problem?: string } {
  try {
    return { payload: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
