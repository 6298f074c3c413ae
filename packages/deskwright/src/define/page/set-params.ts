/**
 * Sets parameters of the `html` widget whose page this runs in, and so of its group. Runs in the browser; it needs nothing around it, so
 * that its own text can be put into a page.
 * @see widget-data §9
 */
export function setParams(values: Readonly<Record<string, unknown>>): void {
  const type = 'openbb:widget-params:update'
  window.dispatchEvent(new CustomEvent(type, { detail: { type, params: values } }))
}

/** The text of a script that defines `setParams`, for the page of an `html` widget: put it into a `<script type="module">`. */
export const setParamsScript: string = `const setParams = ${setParams.toString().replaceAll('</', '<\\/')};`
