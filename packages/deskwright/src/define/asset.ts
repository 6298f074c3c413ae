/** A picture that the backend serves: an app's thumbnail. `file()` of `deskwright/node` makes one from a file. */
export interface Asset {
  /** The file name, with its extension; it ends the URL. */
  readonly name: string
  readonly contentType: string
  load(): Promise<Uint8Array>
}
