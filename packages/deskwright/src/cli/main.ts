#!/usr/bin/env node
import module from 'node:module'

// Node 22 and later keep compiled code between runs, when asked before the code is loaded.
;(module as { enableCompileCache?: () => unknown }).enableCompileCache?.()
const { runCli } = await import('./run.ts')

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
})
