import type { Mounted, RenderContext } from '../renderer.ts'
import { mountRaw } from './mount-raw.ts'
import './stage.css'

/** What is said below a drawing, or instead of one. */
export interface Note {
  readonly message: string
  readonly hint?: string
  /** Whether there is nothing to see beside the note. */
  readonly instead?: true
}

/** Something that draws answers into one element. */
export interface Drawing {
  /** Draws an answer, in place of the one before. Gives what the user has to know about it. */
  show(answer: unknown, context: RenderContext): Promise<Note | undefined>
  resize(): void
  destroy(): void
}

/**
 * Keeps a drawing in an element: answers are drawn one after the other, those that are out of date never; raw rows become a table; what
 * goes wrong is reported and said in the element.
 */
export function mountStage(
  element: HTMLElement,
  data: unknown,
  context: RenderContext,
  createDrawing: (ground: HTMLElement) => Drawing,
): Mounted {
  const stage = Object.assign(document.createElement('div'), { className: 'stage' })
  element.replaceChildren(stage)
  let drawing: Drawing | undefined
  let rows: Mounted | undefined
  let wanted = { data, context }
  let busy: Promise<void> | undefined
  let gone = false

  function clear(): void {
    drawing?.destroy()
    rows?.destroy()
    drawing = rows = undefined
    stage.replaceChildren()
  }

  function toGround(): HTMLElement {
    const ground = Object.assign(document.createElement('div'), { className: 'stage-ground' })
    stage.replaceChildren(ground)
    return ground
  }

  async function draw(answer: unknown, current: RenderContext): Promise<Note | undefined> {
    if (current.raw) {
      if (rows === undefined) {
        clear()
        rows = await mountRaw(toGround(), answer, current)
      } else rows.update(answer, current)
      return
    }
    if (drawing === undefined) {
      clear()
      drawing = createDrawing(toGround())
    }
    return await drawing.show(answer, current)
  }

  async function catchUp(): Promise<void> {
    for (let shown; shown !== wanted;) {
      shown = wanted
      let note: Note | undefined
      try {
        note = await draw(shown.data, shown.context)
      } catch (error) {
        clear()
        const message = error instanceof Error ? error.message : String(error)
        note = { message: 'This could not be drawn.', hint: message, instead: true }
        shown.context.report({ severity: 'error', message: `Drawing failed: ${message}` })
      }
      if (gone) return clear()
      tell(stage, note)
    }
    busy = undefined
  }

  busy = catchUp()
  return {
    update(next, nextContext) {
      wanted = { data: next, context: nextContext }
      busy ??= catchUp()
    },
    resize() {
      drawing?.resize()
      rows?.resize?.()
    },
    toCsv: () => rows?.toCsv?.() ?? '',
    destroy() {
      gone = true
      clear()
      stage.remove()
    },
  }
}

function tell(stage: HTMLElement, note: Note | undefined): void {
  stage.querySelector(':scope > .stage-note')?.remove()
  stage.toggleAttribute('data-instead', note?.instead === true)
  if (note === undefined) return
  const line = Object.assign(document.createElement('div'), { className: 'stage-note', role: 'note' })
  line.toggleAttribute('data-instead', note.instead === true)
  line.append(Object.assign(document.createElement('strong'), { textContent: note.message }))
  if (note.hint !== undefined)
    line.append(' ', Object.assign(document.createElement('span'), { textContent: note.hint }))
  stage.append(line)
}
