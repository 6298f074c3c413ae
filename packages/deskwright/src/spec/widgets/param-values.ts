/** The parameter types of a widget's bar. */
export const paramTypes = ['text', 'number', 'boolean', 'date', 'ticker', 'endpoint', 'tabs', 'form'] as const
export type ParamTypeName = (typeof paramTypes)[number]

/** The field types of a form. */
export const formInputTypes = ['text', 'number', 'boolean', 'date', 'endpoint', 'button'] as const
export type FormInputTypeName = (typeof formInputTypes)[number]

/** The languages of a text parameter that is drawn as a code editor. */
export const languages = ['sql', 'javascript', 'python', 'json', 'html', 'css', 'markdown', 'xml', 'text'] as const
export type Language = (typeof languages)[number]

/** What a parameter may be for besides its value. */
export const paramRoles = ['fileSelector'] as const
export type ParamRole = (typeof paramRoles)[number]

/** How a form is submitted. */
export const formMethods = ['POST', 'PUT'] as const
export type FormMethod = (typeof formMethods)[number]
