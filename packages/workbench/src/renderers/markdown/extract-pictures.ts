/** A text without its pictures. */
export interface ExtractedPictures {
  readonly text: string
  readonly pictures: readonly string[]
}

/** Takes pictures that are written into a text out of it, so that its length is that of its words. `#picture-0` stands for the first. */
export function extractPictures(text: string): ExtractedPictures {
  const pictures: string[] = []
  const rest = text.replaceAll(/data:image\/[\w.+-]+;base64,[\w+/=-]{1000,}/g, (picture) => {
    pictures.push(picture)
    return `#picture-${pictures.length - 1}`
  })
  return { text: rest, pictures }
}
