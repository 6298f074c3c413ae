import { useEffect, useRef, useState } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { useRefreshes } from '../documents/use-refreshes.ts'
import { FileView } from '../files/file-view.tsx'
import type { FileAnswer } from '../files/read-file.ts'
import type { Renderer } from '../renderer.ts'
import { FileList } from './file-list.tsx'
import { loadFiles, loadOptions } from './load-files.ts'
import { findSelector, toAskedFiles, type FileOption } from './to-file-requests.ts'

/** Shows a list of files, and the opened one. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Files of other hosts load when asked for; files ticked for agents are asked for, and go nowhere else; spreadsheets can be saved, not seen.',
  loadsItself: true,
  mount: mountComponent(MultiFileViewer),
}

function MultiFileViewer({ context }: DocumentProps) {
  const selector = findSelector(context.widget)
  const chosen = [context.values[selector?.paramName ?? '']].flat().map(String)
  const [options, setOptions] = useState<readonly FileOption[]>()
  const [opened, setOpened] = useState<string>()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [answers, setAnswers] = useState<Readonly<Record<string, FileAnswer>>>({})
  const round = useRef(0)
  const refreshes = useRefreshes(context)
  const { [selector?.paramName ?? '']: _files, ...others } = context.values

  useEffect(() => {
    let gone = false
    async function start(): Promise<void> {
      const list = selector === undefined ? [] : await loadOptions(selector, context)
      if (gone) return
      setOptions(list)
      const isThere = (file: string | undefined) => list.some(({ value }) => value === file)
      setOpened((before) => (isThere(before) ? before : (chosen.find(isThere) ?? list[0]?.value)))
    }
    void start()
    return () => {
      gone = true
    }
  }, [JSON.stringify(others), selector?.optionsEndpoint, refreshes])

  useEffect(() => {
    if (options?.some(({ value }) => value === chosen[0]) === true) setOpened(chosen[0])
  }, [chosen.join('\n')])

  useEffect(() => {
    if (selector === undefined || opened === undefined || options === undefined) return
    const asked = toAskedFiles(opened, ticked)
    const turn = ++round.current
    async function load(): Promise<void> {
      const loaded = await loadFiles(selector!, asked, context)
      if (turn === round.current) setAnswers(Object.fromEntries(asked.map((file, index) => [file, loaded[index]!])))
    }
    void load()
  }, [opened, ticked, options])

  if (selector === undefined) {
    return (
      <Notice title="The widget has no file selector" tone="error">
        It needs one param of type endpoint whose roles are ["fileSelector"].
      </Notice>
    )
  }
  if (options === undefined) return <Notice title="Loading the list of files …" />
  if (options.length === 0) return <Notice title="Files not found" />
  const answer = answers[opened ?? '']
  return (
    <div class="files">
      <FileList options={options} opened={opened} open={setOpened} ticked={ticked} setTicked={setTicked} />
      <div class="files-view">
        {answer === undefined ? (
          <Notice title="Loading …" />
        ) : (
          <FileView key={opened} file={answer} context={context} />
        )}
      </div>
    </div>
  )
}
