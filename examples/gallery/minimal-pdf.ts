/** Writes a PDF of one page with a title and lines, by hand: the smallest there is. */
export function minimalPdf(title: string, lines: readonly string[]): Uint8Array {
  const escape = (text: string) => text.replace(/[()\\]/g, '\\$&')
  const rows = lines.map((line) => `0 -22 Td (${escape(line)}) Tj`).join('\n')
  const content = `BT\n/F1 24 Tf\n72 740 Td\n(${escape(title)}) Tj\n/F1 12 Tf\n${rows}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return new TextEncoder().encode(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`)
}
