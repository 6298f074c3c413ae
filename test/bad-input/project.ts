import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../house/root.ts'

/** A user's folder, where `deskwright` can be imported. */
export interface Project {
  readonly folder: string
  write(name: string, content: string): Promise<void>
  remove(): Promise<void>
}

/** Makes a folder with these files. */
export async function createProject(files: Readonly<Record<string, string>>): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'deskwright-project-')))
  await mkdir(join(folder, 'node_modules'))
  await symlink(join(root, 'packages/deskwright'), join(folder, 'node_modules/deskwright'), 'junction')
  const write = (name: string, content: string) => writeFile(join(folder, name), content)
  await Promise.all(Object.entries({ 'package.json': '{"type":"module"}', ...files }).map((file) => write(...file)))
  return { folder, write, remove: () => rm(folder, { recursive: true, force: true }) }
}
