import type { Loss } from '../finding.ts'

export const rules: Readonly<Record<string, { readonly loses?: Loss }>> = { 'app-name-taken': { loses: 'app' } }
