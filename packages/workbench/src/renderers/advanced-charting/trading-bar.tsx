import type { UdfSearchResult, UdfSymbol } from 'deskwright/spec'
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { toResolutionName } from './resolution.ts'

/** What the bar above a chart shows and does. */
export interface TradingBarProps {
  readonly symbol: UdfSymbol | undefined
  readonly resolutions: readonly string[]
  readonly resolution: string
  readonly canSearch: boolean
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly UdfSearchResult[]>
  readonly onSymbol: (symbol: string) => void
  readonly onResolution: (resolution: string) => void
}

/** The symbol, its search, and the resolutions. */
export function TradingBar({ symbol, resolutions, resolution, onResolution, ...search }: TradingBarProps) {
  return (
    <div class="trading-bar">
      <SymbolSearch key={symbol?.ticker} symbol={symbol} {...search} />
      <div role="group" aria-label="Resolution" class="trading-resolutions">
        {resolutions.map((each) => (
          <button key={each} type="button" aria-pressed={each === resolution} onClick={() => onResolution(each)}>
            {toResolutionName(each)}
          </button>
        ))}
      </div>
      <span class="trading-about">
        {[symbol?.description, symbol?.exchange, symbol?.currency_code].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}

type SymbolSearchProps = Pick<TradingBarProps, 'symbol' | 'canSearch' | 'search' | 'onSymbol'>

function SymbolSearch({ symbol, canSearch, search, onSymbol }: SymbolSearchProps) {
  const list = useId()
  const query = useSignal<string | undefined>(undefined)
  const found = useSignal<readonly UdfSearchResult[] | string>([])
  const active = useSignal(0)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (query.value === undefined || !canSearch) return undefined
    const controller = new AbortController()
    const look = async (text: string) => {
      try {
        const results = await search(text, controller.signal)
        if (controller.signal.aborted) return
        found.value = results
        active.value = 0
      } catch (error) {
        if (!controller.signal.aborted) found.value = error instanceof Error ? error.message : String(error)
      }
    }
    void look(query.value)
    return () => controller.abort()
  }, [query.value])

  const results = typeof found.value === 'string' ? [] : found.value
  const open = query.value !== undefined
  const choose = (chosen: string) => {
    query.value = undefined
    input.current?.blur()
    if (chosen !== '') onSymbol(chosen)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') choose('')
    else if (event.key === 'Enter')
      choose(results[active.value]?.ticker ?? results[active.value]?.symbol ?? query.value ?? '')
    else if (event.key === 'ArrowDown') active.value = Math.min(results.length - 1, active.value + 1)
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1)
    else return
    event.preventDefault()
  }

  return (
    <div class="trading-search">
      <input
        ref={input}
        role="combobox"
        aria-label="Symbol"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && results.length > 0 ? `${list}-${active.value}` : undefined}
        spellcheck={false}
        value={query.value ?? symbol?.name ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => (query.value = event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (query.value = undefined)}
      />
      {open && canSearch && (
        <ul id={list} role="listbox" aria-label="Symbols">
          {results.slice(0, 30).map((result, index) => (
            <li
              key={index}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active.value}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(result.ticker ?? result.symbol)
              }}
            >
              <b>{result.symbol}</b> <span>{result.description}</span> <i>{result.exchange}</i>
            </li>
          ))}
          {results.length === 0 && (
            <li role="option" aria-disabled="true" aria-selected="false">
              {typeof found.value === 'string' ? found.value : 'No symbol found'}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
