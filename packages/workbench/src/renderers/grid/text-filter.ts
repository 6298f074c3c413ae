import type { IDoesFilterPassParams, IFilterComp, IFilterParams } from 'ag-grid-community'
import { element } from './element.ts'
import {
  passesTextFilter,
  type TextCondition,
  textConditions,
  type TextFilterModel,
  toTextFilter,
} from './text-filter-model.ts'

/** What the filter of a text column needs. */
export interface TextFilterParams {
  /** Finds the values to choose from. */
  readonly findValues: () => Promise<readonly (string | null)[]>
}

/** So many values are offered at once; typing finds the others. */
const shown = 200

/** The filter of a text column: a condition, or values to choose from, which AG Grid's free edition does not have. */
export class TextFilter implements IFilterComp {
  private params!: IFilterParams & TextFilterParams
  private model: TextFilterModel | null = null
  private values: readonly (string | null)[] | undefined
  private chosen: Set<string | null> | undefined
  private readonly condition = element('select', { 'aria-label': 'Condition', class: 'grid-filter-condition' })
  private readonly text = element('input', { type: 'search', 'aria-label': 'Filter value' })
  private readonly list = element('div', { class: 'grid-filter-values', role: 'group', 'aria-label': 'Values' })
  private readonly gui = element('form', { class: 'grid-filter' }, this.condition, this.text, this.list)

  init(params: IFilterParams & TextFilterParams): void {
    this.params = params
    for (const [value, label] of Object.entries(textConditions)) this.condition.append(new Option(label, value))
    this.condition.addEventListener('change', () => {
      this.text.value = ''
      this.chosen = undefined
      void this.apply()
    })
    this.text.addEventListener('input', () => void this.apply())
    this.gui.addEventListener('submit', (event) => event.preventDefault())
    this.showControls()
  }

  getGui(): HTMLElement {
    return this.gui
  }

  afterGuiAttached(): void {
    this.text.focus()
  }

  isFilterActive(): boolean {
    return this.model !== null
  }

  doesFilterPass({ node }: IDoesFilterPassParams): boolean {
    return this.model === null || passesTextFilter(this.model, this.params.getValue(node))
  }

  getModel(): TextFilterModel | null {
    return this.model
  }

  setModel(model: TextFilterModel | null): void {
    this.model = model
    this.condition.value = model === null ? 'contains' : model.filterType === 'set' ? 'set' : model.type
    this.text.value = model?.filterType === 'text' ? (model.filter ?? '') : ''
    this.chosen = model?.filterType === 'set' ? new Set(model.values) : undefined
    this.showControls()
  }

  /** The filter stays as it is when columns come again. */
  refresh(params: IFilterParams & TextFilterParams): boolean {
    this.params = params
    this.values = undefined
    return true
  }

  private async apply(): Promise<void> {
    const condition = this.condition.value as TextCondition
    this.showControls()
    if (condition === 'set') await this.showValues()
    const model = toTextFilter(condition, this.text.value, this.chosen && [...this.chosen])
    if (JSON.stringify(model) === JSON.stringify(this.model)) return
    this.model = model
    this.params.filterChangedCallback()
  }

  private showControls(): void {
    const set = this.condition.value === 'set'
    this.text.hidden = this.condition.value.toLowerCase().endsWith('blank')
    this.text.placeholder = set ? 'Find values' : 'Filter'
    this.list.hidden = !set
  }

  private async showValues(): Promise<void> {
    this.values ??= await this.params.findValues()
    const wanted = this.text.value.toLowerCase()
    const found = this.values.filter((value) => (value ?? '').toLowerCase().includes(wanted))
    const more = found.length > shown ? [element('p', {}, `${found.length - shown} more: type to find them`)] : []
    this.list.replaceChildren(...found.slice(0, shown).map((value) => this.toChoice(value)), ...more)
  }

  private toChoice(value: string | null): HTMLElement {
    const box = element('input', { type: 'checkbox' })
    box.checked = this.chosen?.has(value) ?? true
    box.addEventListener('change', () => {
      this.chosen ??= new Set(this.values)
      if (box.checked) this.chosen.add(value)
      else this.chosen.delete(value)
      if (this.chosen.size === this.values?.length) this.chosen = undefined
      void this.apply()
    })
    return element('label', {}, box, value ?? '(blank)')
  }
}
