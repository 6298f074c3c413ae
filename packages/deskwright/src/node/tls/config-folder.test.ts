import { expect, it } from 'vitest'
import { toCertificateFolder } from './config-folder.ts'

it.each([
  ['linux', {}, '/home/ada/.config/deskwright/tls'],
  ['linux', { XDG_CONFIG_HOME: '/configs' }, '/configs/deskwright/tls'],
  ['darwin', {}, '/home/ada/Library/Application Support/deskwright/tls'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/deskwright/tls'],
  ['win32', {}, '/home/ada/AppData/Roaming/deskwright/tls'],
  ['darwin', { DESKWRIGHT_HOME: '/elsewhere' }, '/elsewhere/tls'],
] as const)('keeps certificates on %s with %o in %s', (platform, environment, folder) => {
  expect(toCertificateFolder(environment, platform, '/home/ada')).toBe(folder)
})
