import type { Source } from '../source.ts'

/** What a page is that came instead of a document. */
export interface Page {
  readonly url: string
  readonly title: string
  readonly kind: 'login' | 'tunnel' | 'page'
}

/** Says what a page is: one to sign in, the warning of a tunnel, or any other. */
export function describePage({ name: url, content }: Source): Page {
  const text = 'text' in content ? content.text : ''
  const title = /<title[^>]*>([^<]*)</i.exec(text)?.[1]?.replaceAll(/\s+/g, ' ').trim().slice(0, 60) ?? ''
  const isLogin = /type=["']?password|\b(?:log|sign)[ -]?(?:in|on)\b|single sign-on/i
  const kind = /ngrok/i.test(text) ? 'tunnel' : isLogin.test(title) || isLogin.test(text) ? 'login' : 'page'
  return { url, title, kind }
}
