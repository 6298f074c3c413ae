import 'reflect-metadata'
import {
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509Certificate,
} from '@peculiar/x509'

const anyUsage = '2.5.29.37.0'

/** Says why a certificate is none for servers, and who refuses it for that; `undefined` when it is one. */
export function judgeUsage(raw: Uint8Array): { readonly reason: string; readonly who: string } | undefined {
  const certificate = new X509Certificate(new Uint8Array(raw))
  const usages = certificate.getExtension(ExtendedKeyUsageExtension)?.usages.map(String)
  const flags = certificate.getExtension(KeyUsagesExtension)?.usages
  if (usages !== undefined && !usages.includes(ExtendedKeyUsage.serverAuth) && !usages.includes(anyUsage)) {
    return { reason: 'its extended key usage lacks serverAuth', who: 'browsers' }
  }
  if (flags !== undefined && (flags & KeyUsageFlags.digitalSignature) === 0) {
    return { reason: 'its key usage lacks digitalSignature', who: 'browsers' }
  }
  return usages === undefined ? { reason: 'it has no extended key usage serverAuth', who: 'Safari' } : undefined
}
