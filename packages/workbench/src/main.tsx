import { render } from 'preact'
import './styles/tokens.css'
import './styles/base.css'

/** Boots the page: connections come from the server that sent it, and from this browser. */
render(<main>Workbench</main>, document.getElementById('page') as HTMLElement)
