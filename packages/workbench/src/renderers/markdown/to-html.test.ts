import { describe, expect, it } from 'vitest'
import { toHtml } from './to-html.ts'

it('writes tables, code and task lists', () => {
  expect(toHtml('|a|b|\n|-|-:|\n|1|2|')).toContain('<td align="right">2</td>')
  expect(toHtml('```sql\nselect 1 < 2\n```')).toContain('<code class="language-sql">select 1 &lt; 2')
  expect(toHtml('- [x] done')).toContain('type="checkbox"')
})

describe('formulas', () => {
  it.each([
    ['$x^2$', '<code class="math-inline">x^2</code>'],
    [String.raw`\(a<b\)`, '<code class="math-inline">a&lt;b</code>'],
    ['so $$a_1 * b_1$$ here', '<code class="math-display">a_1 * b_1</code>'],
    ['$$\n\\frac{1}{2}\n$$', '<code class="math-display">\\frac{1}{2}</code>'],
    ['\\[\na _b_ c\n\\]\n\nafter', '<code class="math-display">a _b_ c</code>'],
  ])('reads %j', (text, html) => expect(toHtml(text)).toContain(html))

  it.each(['costs $5 and $10', '$5/$10', 'US$ 3 to US$ 4', '`$x$`', '```\n$$x$$\n```', String.raw`\$5 and \$6`])(
    'leaves %j alone',
    (text) => expect(toHtml(text)).not.toContain('math-'),
  )
})

it('reads long texts in a time that grows with their length', () => {
  const before = process.cpuUsage()
  toHtml('**Many** short paragraphs.\n\n'.repeat(10_000))
  toHtml('one *long* paragraph '.repeat(10_000))
  // In microseconds of work, whatever else the machine does.
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
})

it('lets a formula interrupt a paragraph', () => {
  expect(toHtml('Text\n$$\na\n$$\nmore')).toBe('<p>Text</p>\n<p><code class="math-display">a</code></p>\n<p>more</p>\n')
})
