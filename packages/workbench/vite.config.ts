import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Builds static files that work under any path. `--mode test` adds the page that mounts one renderer at a time, and
 * writes beside the shipped files, never among them.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // The sources instead of the built entry: the schemas fall away, and with them Zod; the tolerant readers stay.
    alias: { 'deskwright/spec': here('../deskwright/src/spec/index.ts') },
  },
  build: {
    target: 'es2022',
    outDir: mode === 'test' ? here('node_modules/.cache/test-build') : here('dist'),
    emptyOutDir: true,
    license: { fileName: 'licences.md' },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: mode === 'test' ? [here('index.html'), here('harness.html')] : here('index.html'),
    },
  },
}))
