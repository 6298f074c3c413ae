/** What reads documents, and words what is wrong with them: larger than all else, it is loaded beside the page. */
export { readDocuments, readJson } from 'deskwright/spec'
