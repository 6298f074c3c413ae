import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { root } from '../house/root.ts'

/** The bare page of params, built and served by Vite. */
export interface ParamsPage {
  readonly url: string
  close(): Promise<void>
}

/** Builds and serves the bare page on which the params of one widget are mounted. */
export async function serveParamsPage(): Promise<ParamsPage> {
  const home = await mkdtemp(join(tmpdir(), 'workbench-params-'))
  const common = { root: join(root, 'packages/workbench'), logLevel: 'error' } as const
  const input = join(common.root, 'params-harness.html')
  await build({ ...common, build: { outDir: home, emptyOutDir: true, minify: false, rolldownOptions: { input } } })
  const server = await preview({
    ...common,
    build: { outDir: home },
    preview: { port: 0, host: '127.0.0.1' },
  })
  return {
    url: `${server.resolvedUrls!.local[0]}params-harness.html`,
    close: async () => {
      await server.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
