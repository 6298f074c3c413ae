/** The keys of rows in their order: where a page begins is known without counting up to it. */
export interface RowOrder {
  readonly length: number
  /** How much memory it takes. */
  readonly bytes: number
  /** The keys from one place up to another. */
  slice(start: number, end: number): number[]
}

const blockLength = 1 << 16
const narrow = 2 ** 32

/** Reads keys into an order, in four bytes a key where they fit. Gives `undefined` when that takes more than `most` bytes. */
export async function readRowOrder(pieces: AsyncIterable<Float64Array>, most: number): Promise<RowOrder | undefined> {
  const blocks: (Uint32Array | Float64Array)[] = []
  let length = 0
  let bytes = 0
  for await (const piece of pieces) {
    for (const key of piece) {
      const place = length % blockLength
      let block = blocks.at(-1)
      if (place === 0 || block === undefined) {
        block = new Uint32Array(blockLength)
        blocks.push(block)
        bytes += block.byteLength
      }
      if (key >= narrow && block instanceof Uint32Array) {
        bytes += block.byteLength
        block = Float64Array.from(block)
        blocks[blocks.length - 1] = block
      }
      block[place] = key
      length += 1
    }
    if (bytes > most) return undefined
  }
  return {
    length,
    bytes,
    slice(start, end) {
      const keys: number[] = []
      for (let at = start; at < Math.min(end, length); at += 1)
        keys.push(blocks[Math.floor(at / blockLength)]![at % blockLength]!)
      return keys
    },
  }
}
