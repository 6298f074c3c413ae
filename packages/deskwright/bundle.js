// JavaScript goes into few files, since a file costs more to find and open than to run. What the entries share lies in `chunks/`; what is
// imported lazily stays apart. The declarations are the compiler's, file by file.
import { readFileSync } from 'node:fs'
import { build } from 'rolldown'

const { dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const packages = Object.keys({ ...dependencies, ...peerDependencies })

await build({
  input: {
    index: 'src/index.ts',
    'spec/index': 'src/spec/index.ts',
    'sql/index': 'src/sql/index.ts',
    'live/index': 'src/live/index.ts',
    'node/index': 'src/node/index.ts',
    'check/index': 'src/check/index.ts',
    'testing/index': 'src/testing/index.ts',
    'cli/main': 'src/cli/main.ts',
    // These two are opened by URL, so they keep their names and lie beside the chunks that open them.
    'chunks/fresh-imports-hooks': 'src/cli/fresh-imports-hooks.ts',
    'chunks/child': 'src/sql/console/duckdb/child.ts',
  },
  external: packages.map((name) => new RegExp(`^${name}(/|$)`)),
  platform: 'node',
  output: { dir: 'dist', chunkFileNames: 'chunks/[name].js', cleanDir: true },
})
