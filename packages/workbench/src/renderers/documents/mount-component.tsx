import { render, type ComponentType } from 'preact'
import type { RenderContext, Renderer } from '../renderer.ts'
import './documents.css'

/** What a component that shows a widget's data is given. */
export interface DocumentProps {
  readonly data: unknown
  readonly context: RenderContext
}

/** Makes a renderer's `mount` of a component: new data and another theme are new properties of it. */
export function mountComponent(Component: ComponentType<DocumentProps>): Renderer['mount'] {
  return (element, first, firstContext) => {
    const update = (data: unknown, context: RenderContext) =>
      render(<Component data={data} context={context} />, element)
    update(first, firstContext)
    return { update, destroy: () => render(null, element) }
  }
}
