import { render } from 'preact'
import { followApps } from './frame/follow-apps.ts'
import { Shell } from './frame/shell.tsx'
import { createWorkbench, WorkbenchProvider } from './frame/workbench.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/shell.css'
import './styles/catalogue.css'
import './styles/desk.css'
import './styles/frame.css'

const workbench = createWorkbench()
followApps(workbench)
void workbench.connections.start()

render(
  <WorkbenchProvider value={workbench}>
    <Shell />
  </WorkbenchProvider>,
  document.querySelector('#page') as HTMLElement,
)
