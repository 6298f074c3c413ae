import { connectPage } from './connect-page.ts'

/**
 * The text of a script that defines `connectPage`, for pages without a bundler: put it into a `<script type="module">` of the HTML that
 * an `iframe` widget loads, and call `connectPage({ onParams, widgets })` behind it.
 * @see widget-data §10
 */
export const pageScript: string = `const connectPage = ${connectPage.toString().replaceAll('</', '<\\/')};`
