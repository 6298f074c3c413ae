// `npm start`: installs, builds and serves the example desk. Further arguments go to `deskwright start`.
import { build, install } from './setup.js'

const code = install() || build()
if (code !== 0) process.exit(code)

const extra = process.argv.slice(2)
process.argv.splice(2, extra.length, 'start', 'examples/markets/backend.ts', ...extra)
await import('../packages/deskwright/dist/cli/main.js')
