/** The kinds of files Workspace shows. */
export const fileTypes = ['pdf', 'jpg', 'jpeg', 'png', 'csv', 'md', 'txt', 'xlsx', 'xls', 'docx', 'html'] as const
export type FileTypeName = (typeof fileTypes)[number]
