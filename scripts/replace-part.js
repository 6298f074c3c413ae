/** Replaces the written part of a page, which stands between two comments. */
export function replacePart(page, name, text) {
  const pattern = new RegExp(`(<!-- ${name}: written by \`npm run docs\`[^]*? -->\n)[^]*?(<!-- /${name} -->)`)
  if (!pattern.test(page)) throw new Error(`The page has no place for its ${name}`)
  return page.replace(pattern, (_, begin, end) => `${begin}\n${text}\n\n${end}`)
}
