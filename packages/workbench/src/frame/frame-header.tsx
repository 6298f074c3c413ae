import type { ComponentChildren } from 'preact'
import { limitRect } from '../desk/limit-rect.ts'
import { toKeyedPlace } from './grid-keys.ts'
import { GroupMarks } from './group-marks.tsx'
import { Icon } from './icon.tsx'
import { ItemMenu } from './item-menu.tsx'
import type { MenuEntry } from './menu.tsx'
import { removeFromDesk } from './remove-from-desk.ts'
import type { WidgetFrameProps } from './widget-frame.tsx'
import { useWorkbench } from './workbench.ts'

interface FrameHeaderProps extends WidgetFrameProps {
  readonly name: string
  readonly description?: string
  readonly showTitle?: boolean
  /** The switches of the widget itself. */
  readonly children?: ComponentChildren
  readonly entries?: readonly MenuEntry[]
}

/** The title of a frame: it is what the widget is moved by. Arrow keys move it, with Shift they resize it, Delete removes it. */
export function FrameHeader(props: FrameHeaderProps) {
  const { item, name, description, showTitle = true, children, entries = [], onGrip, onPlace } = props
  const workbench = useWorkbench()
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Delete') return removeFromDesk(workbench, item.id, name)
    const place = toKeyedPlace(item, event)
    if (place === undefined) return
    event.preventDefault()
    onPlace(place)
    const { x, y, w, h } = limitRect(place)
    workbench.say(`${name}: column ${x + 1}, row ${y + 1}, ${w} wide, ${h} high`)
  }
  return (
    <header class="frame-header">
      <button
        type="button"
        class="frame-title"
        title={description ?? name}
        aria-label={`${name}: move or resize`}
        aria-describedby="keys-hint"
        aria-roledescription="handle"
        onKeyDown={keyed}
        onPointerDown={(event) => onGrip('move', event)}
      >
        <Icon name="grip" />
        <h3>{showTitle ? name : ''}</h3>
      </button>
      <GroupMarks item={item} />
      <div class="frame-tools" role="toolbar" aria-label={`${name}: tools`}>
        {children}
        <ItemMenu item={item} name={name} entries={entries} />
      </div>
    </header>
  )
}
