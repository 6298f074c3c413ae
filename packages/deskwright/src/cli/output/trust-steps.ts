import type { Paint } from '../../errors/render.ts'

/** How to make one system or browser trust a certificate authority. */
export interface TrustSteps {
  readonly where: string
  readonly steps: readonly string[]
}

/** Says how to trust an authority, per system: commands where there are some. */
export function toTrustSteps(file: string): readonly TrustSteps[] {
  return [
    {
      where: 'macOS (Safari, Chrome, Brave, Excel)',
      steps: [`security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db "${file}"`],
    },
    { where: 'Windows (Edge, Chrome, Brave, Excel)', steps: [`certutil -user -addstore Root "${file}"`] },
    {
      where: 'Linux (Chrome, Brave)',
      steps: [
        `certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n "Deskwright local CA" -i "${file}"   # package libnss3-tools`,
      ],
    },
    {
      where: 'Linux (curl, Python and other programs)',
      steps: [
        `sudo cp "${file}" /usr/local/share/ca-certificates/deskwright-ca.crt && sudo update-ca-certificates   # Debian, Ubuntu`,
        `sudo trust anchor "${file}"   # Fedora, Arch`,
      ],
    },
    {
      where: "Firefox (where it does not use the system's)",
      steps: [`Settings > Privacy & Security > View Certificates > Authorities > Import: ${file}`],
    },
    { where: 'Node.js programs', steps: [`NODE_EXTRA_CA_CERTS="${file}"`] },
  ]
}

/** Writes the steps for people. */
export function renderTrustSteps(file: string, paint: Paint): string[] {
  return toTrustSteps(file).flatMap(({ where, steps }) => [
    `  ${paint('bold', where)}`,
    ...steps.map((step) => `    ${step}`),
  ])
}
