/** Makes names of a header: an empty one is called after its position, a repeated one gets a number. */
export function toColumnNames(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((field, index) => {
    const wanted = field.trim() === '' ? `column_${index + 1}` : field.trim()
    let name = wanted
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${count}`
    taken.add(name.toLowerCase())
    return name
  })
}
