// `npm start`: installs, builds, serves the example desk and opens it in the Workbench. Further arguments go to `deskwright dev`.
import { build, install } from './setup.js'

const code = install() || build()
if (code !== 0) process.exit(code)

const extra = process.argv.slice(2)
process.argv.splice(2, extra.length, 'dev', 'examples/markets/backend.ts', ...extra)
await import('../packages/deskwright/dist/cli/main.js')
