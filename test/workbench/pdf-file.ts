/** Writes a PDF of as many pages, each with its number and some words on it. */
export function writePdf(pages: number, words: (page: number) => string): Buffer {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const first = objects.length + 1
  const numbers = Array.from({ length: pages }, (_, index) => first + index)
  const resources = '/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>'
  // The pages come before what is on them, so that they are found without reading all of it.
  objects.push(...numbers.map((number) => `<</Type/Page/Parent 2 0 R${resources}/Contents ${number + pages} 0 R>>`))
  for (let page = 1; page <= pages; page++) {
    const text = `BT /F1 24 Tf 72 700 Td (${words(page)}) Tj ET`
    objects.push(`<</Length ${text.length}>>stream\n${text}\nendstream`)
  }
  const kids = numbers.map((number) => `${number} 0 R`)
  objects[1] = `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`
  let body = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const place = body.length
    body += `${index + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
  )
}
