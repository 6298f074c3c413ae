import { Dialog } from './dialog.tsx'
import { useWorkbench } from './workbench.ts'

const keys: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Do anything: the command palette'],
  ['Ctrl B', 'Show or hide the catalogue'],
  ['Ctrl J', 'Show or hide the inspector'],
  ['Ctrl Z', 'Take back the last change of the desk'],
  ['Arrows', 'On a widget’s title: move it'],
  ['Shift Arrows', 'On a widget’s title: resize it; with Ctrl in larger steps'],
  ['Delete', 'On a widget’s title: remove it'],
  ['F2', 'On a tab or on the name of the desk: rename it'],
  ['?', 'This list'],
]

/** The keys of the page. */
export function KeysDialog() {
  const { dialog } = useWorkbench()
  return (
    <Dialog title="Keys" onClose={() => (dialog.value = undefined)}>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
