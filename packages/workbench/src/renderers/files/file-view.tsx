import { useEffect, useState } from 'preact/hooks'
import { allowHost, allowedHosts, hostOf, mayLoad } from '../documents/hosts.ts'
import { Notice } from '../documents/notice.tsx'
import type { RenderContext } from '../renderer.ts'
import { FileContent } from './file-content.tsx'
import { loadBytes, type LoadedBytes } from './load-bytes.ts'
import type { FileAnswer, SentFile } from './read-file.ts'

/** Which file to show. */
export interface FileViewProps {
  readonly file: FileAnswer
  readonly context: RenderContext
}

/** Shows a file, or says in its place why not; a file of another host is loaded when the user says so. */
export function FileView({ file, context }: FileViewProps) {
  const trouble = 'error' in file ? file.error : undefined
  useEffect(() => {
    if (trouble !== undefined) context.report({ severity: 'error', message: trouble })
    else if ('oddity' in file) context.report({ severity: 'warning', message: file.oddity })
  }, [trouble])

  if ('error' in file) return <Notice title={file.error} tone="error" />
  if (file.url === undefined) return <LoadedFile file={file} context={context} />
  const host = hostOf(file.url)
  const { url } = file
  // Reading the signal draws this again when a host is allowed.
  const isAllowed = allowedHosts.value.size >= 0 && mayLoad(url, context)
  if (isAllowed) return <LoadedFile file={file} context={context} />
  if (host === undefined)
    return <Notice title="The file's url is no full web address" tone="error" children={url.slice(0, 300)} />
  return (
    <Notice title={file.name} tone="ask" action={{ label: `Load from ${host}`, run: () => allowHost(host) }}>
      This file is on another host. Workspace would load it at once.
    </Notice>
  )
}

function LoadedFile({ file, context }: { readonly file: SentFile; readonly context: RenderContext }) {
  const [loaded, setLoaded] = useState<LoadedBytes>()
  const fail = (message: string) => context.report({ severity: 'error', message: `${file.name}: ${message}` })

  useEffect(() => {
    const control = new AbortController()
    async function load(): Promise<void> {
      const result = await loadBytes(file, control.signal)
      if (control.signal.aborted) return
      setLoaded(result)
      if ('trouble' in result) fail(result.trouble)
    }
    setLoaded(undefined)
    void load()
    return () => control.abort()
  }, [file.content, file.url])

  if (loaded === undefined) return <Notice title={`Loading ${file.name} …`} />
  if ('trouble' in loaded) return <Notice title={loaded.trouble} tone="error" />
  return <FileContent file={file} bytes={loaded.bytes} context={context} fail={fail} />
}
