/** Bytes that are compressed to learn about the rest. */
const sampleSize = 2 ** 20

/** Says how many bytes gzip would make of these; of a large text it judges by its beginning. */
export async function estimateGzip(bytes: Uint8Array): Promise<number> {
  const sample = bytes.slice(0, sampleSize)
  if (sample.length === 0) return 0
  const stream = new Blob([sample]).stream().pipeThrough(new CompressionStream('gzip'))
  let length = 0
  for await (const part of stream) length += part.length
  return Math.round((length * bytes.length) / sample.length)
}
