import { Grid } from './grid.tsx'
import { TabBar } from './tab-bar.tsx'
import { Welcome } from './welcome.tsx'
import { useWorkbench } from './workbench.ts'

/** The desk on the screen: its tabs and the widgets of one. Without any, what to do first. */
export function DeskView() {
  const { desks, carried } = useWorkbench()
  const desk = desks.desk.value
  const tab = desks.tab.value
  if (desk === undefined || tab === undefined) {
    return (
      <main class="desk" aria-label="Desk">
        <Welcome />
      </main>
    )
  }
  return (
    <main class="desk" aria-label={desk.name}>
      <TabBar desk={desk} tab={tab} />
      <div class="desk-scroll" id="tab-panel" role="tabpanel" aria-label={tab.name || desk.name}>
        {tab.items.length === 0 && carried.value === undefined ? (
          <Welcome />
        ) : (
          <Grid key={`${desk.id} ${tab.id}`} tab={tab} />
        )}
      </div>
    </main>
  )
}
