import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the certificates of this user are kept. */
export function toCertificateFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  return join(toConfigFolder(environment, platform, home), 'tls')
}

function toConfigFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (environment.DESKWRIGHT_HOME) return environment.DESKWRIGHT_HOME
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'deskwright')
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'deskwright')
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'deskwright')
}
