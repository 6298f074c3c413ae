/** What reads documents, and words what is wrong with them: larger than all else, it is loaded beside the page. */
export { readApps, readDocuments, readJson } from 'deskwright/spec'
