/** The forms a report can have. */
export const reportFormats = ['text', 'json', 'junit', 'sarif', 'github', 'markdown'] as const

/** The name of a form. */
export type ReportFormat = (typeof reportFormats)[number]
