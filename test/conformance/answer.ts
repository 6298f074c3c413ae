import type { Widget } from 'deskwright'
import { expect } from 'vitest'
import { one } from './desk.ts'
import type { Connect } from './workspace.ts'

/** What a widget answers for a value that its loader gives. */
export const answerOf = async (connect: Connect, widget: Widget) => (await connect(one(widget))).load()

/** Expects that a loader's result is refused by a 500 that names the widget, what came and what is expected. */
export const expectWrong = async (connect: Connect, widget: Widget, ...words: RegExp[]) => {
  const answer = await (await connect(one(widget))).ask()
  const { detail } = (await answer.json()) as { detail: string }
  expect(answer.status).toBe(500)
  for (const word of [/^widget "w" returned /, ...words]) expect(detail).toMatch(word)
}

/** Some rows. */
export const rows = [{ a: 1 }, { a: 2 }]

/** Expects that `?raw=true` gives rows and that anything else is refused. */
export const expectRaw = (widgetOf: (raw: () => never) => Widget) => async (connect: Connect) => {
  const { load } = await connect(one(widgetOf(() => rows as never)))
  expect(await load('w', { raw: true })).toEqual(rows)
  const wrong = await connect(one(widgetOf(() => ({ data: [], rows }) as never)))
  expect((await wrong.ask('w', { raw: true })).status).toBe(500)
}
