import { useSignal } from '@preact/signals'
import { paramsOf } from 'deskwright/spec'
import { addToDesk } from './add-to-desk.ts'
import { carryWidget } from './carry-widget.ts'
import { type CatalogueEntry, filterCatalogue, toCatalogue, toCategory } from './catalogue-entries.ts'
import { ConnectionList } from './connection-list.tsx'
import { Icon } from './icon.tsx'
import { useWorkbench } from './workbench.ts'

/** Every widget of every backend: searched, narrowed by category and source, and put on the desk by a click. */
export function Catalogue() {
  const { connections } = useWorkbench()
  const text = useSignal('')
  const category = useSignal('')
  const source = useSignal('')
  const looked = useSignal<CatalogueEntry | undefined>(undefined)
  const all = toCatalogue(connections.entries.value)
  const found = filterCatalogue(all, { text: text.value, category: category.value, source: source.value })
  const categories = unique(all.map(({ widget }) => toCategory(widget)))
  const sources = unique(all.flatMap(({ widget }) => widget.source ?? []))
  return (
    <aside class="catalogue" aria-label="Catalogue">
      <ConnectionList />
      <div class="catalogue-filter" role="search">
        <input
          type="search"
          placeholder={`Search ${all.length} widgets`}
          aria-label="Search widgets"
          value={text.value}
          onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        />
        <Choice label="Category" all="All categories" values={categories} chosen={category} />
        {sources.length > 1 && <Choice label="Source" all="All sources" values={sources} chosen={source} />}
      </div>
      <div class="catalogue-list" tabIndex={0} aria-label="Widgets">
        {unique(found.map(({ widget }) => toCategory(widget))).map((name) => (
          <section key={name} aria-label={name}>
            <h2>{name}</h2>
            <ul>
              {found
                .filter(({ widget }) => toCategory(widget) === name)
                .map((entry) => (
                  <Entry key={`${entry.backend} ${entry.id}`} entry={entry} onLook={() => (looked.value = entry)} />
                ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && all.length > 0 && <p class="hint">No widget fits.</p>}
      </div>
      {looked.value !== undefined && <Preview entry={looked.value} />}
    </aside>
  )
}

/** One widget: its name, and what it is. */
function Entry({ entry, onLook }: { readonly entry: CatalogueEntry; readonly onLook: () => void }) {
  const workbench = useWorkbench()
  const { widget, backendName } = entry
  const several = workbench.connections.entries.value.length > 1
  return (
    <li class="catalogue-entry" onPointerEnter={onLook} onFocusIn={onLook}>
      <button
        type="button"
        title={`Put ${widget.name} on the desk: click it, or drag it there`}
        onPointerDown={(event) => carryWidget(workbench, entry, event)}
        onClick={() => addToDesk(workbench, entry)}
      >
        <span class="type-mark" data-type={widget.type} aria-hidden="true" />
        <span class="entry-text">
          <b>{widget.name}</b>
          <small>
            {widget.type}
            {widget.subCategory ? ` · ${widget.subCategory}` : ''}
            {several ? ` · ${backendName}` : ''}
          </small>
        </span>
        <Icon name="add" />
      </button>
    </li>
  )
}

/** What a widget says of itself. */
function Preview({ entry: { id, widget } }: { readonly entry: CatalogueEntry }) {
  const params = paramsOf(widget).map(({ label, paramName }) => label ?? paramName)
  return (
    <section class="entry-preview" aria-label="Preview">
      {widget.imgUrl !== undefined && <img src={widget.imgUrl} alt="" loading="lazy" />}
      <h3>{widget.name}</h3>
      <p>{widget.description}</p>
      {params.length > 0 && <p>Params: {params.join(', ')}</p>}
      {widget.source !== undefined && <p>Source: {widget.source.join(', ')}</p>}
      <code>{id}</code>
    </section>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly values: readonly string[]
  readonly chosen: { value: string }
}

function Choice({ label, all, values, chosen }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={chosen.value}
      onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}
    >
      <option value="">{all}</option>
      {values.map((value) => (
        <option key={value}>{value}</option>
      ))}
    </select>
  )
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b))
}
