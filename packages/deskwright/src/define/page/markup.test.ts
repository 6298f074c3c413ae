import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { html } from '../widgets/html.ts'
import { markup, trusted } from './markup.ts'

/** Text that would break out of careless HTML. */
const nasty = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', '`', '!', '-', ';', '#', 'a', '\0', '\n'),
  }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '" onload="alert(1)',
    "' onload='alert(1)",
    '--><b>',
    '&quot;',
    '&#34;',
  ),
)
const toEntities = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

describe('values', () => {
  it('never break out of text or of a quoted attribute, and are read as they were', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (one, two, three) => {
        const page = markup`<p title="${one}" lang='x ${two}'>a ${three} b</p>`.toString()
        const [, first, second, third] = /^<p title="([^"]*)" lang='x ([^']*)'>a ([^<>]*) b<\/p>$/.exec(page) ?? []
        expect([first, second, third].map((text) => toEntities(text!))).toEqual([one, two, three])
        for (const text of [first, second, third]) expect(text).not.toMatch(/[<>"'`]|&(?!#\d+;)/)
      }),
    )
  })

  it('that are nothing leave nothing, arrays follow one another, numbers are written', () => {
    expect(markup`<p>${null}${undefined}${false}${[1, '<', true]}${2n}</p>`.toString()).toBe('<p>1&#60;true2</p>')
  })

  it('that are markup stay as they are in text, and are text in an attribute', () => {
    const rows = ['a', '<b>'].map((name) => markup`<li>${name}</li>`)
    expect(markup`<ul>${rows}</ul>`.toString()).toBe('<ul><li>a</li><li>&#60;b&#62;</li></ul>')
    expect(markup`<p title="${markup`<b>`}">`.toString()).toBe('<p title="&#60;b&#62;">')
  })

  it('that are trusted stay as they are everywhere', () => {
    expect(markup`<style>p { color: ${trusted('red')} }</style><script>${trusted('1 < 2')}</script>`.toString()).toBe(
      '<style>p { color: red }</style><script>1 < 2</script>',
    )
  })

  it('that are objects are refused', () => {
    expect(() => markup`<p>${{ a: 1 }}</p>`).toThrow(DeskwrightError)
    expect(() => markup`<p>${() => 1}</p>`).toThrow('a function')
  })
})

describe('an address', () => {
  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', '\u0001JAVASCRIPT:x', 'vbscript:x', 'data:text/html,<b>'])(
    '%j is made harmless',
    (address) => {
      expect(markup`<a href="${address}">`.toString()).toMatch(/^<a href="unsafe:/)
      expect(markup`<a href="  ${[null, address]}">`.toString()).toMatch(/^<a href=" {2}unsafe:/)
    },
  )

  it.each(['https://a.test/?b=1:2', '/a:b', '?x=javascript:1', '#a', 'mailto:a@b.test', 'data:image/png;base64,AA=='])(
    '%j stays',
    (address) => expect(markup`<a href="${address}">`.toString()).toBe(`<a href="${address}">`),
  )

  it('that begins with a fixed part may go on with any value', () => {
    expect(markup`<a href="/bonds/${'javascript:'}">`.toString()).toBe('<a href="/bonds/javascript:">')
  })
})

describe('a value is refused', () => {
  const refused = (write: () => unknown) => {
    try {
      write()
    } catch (error) {
      return error instanceof DeskwrightError && error.code === 'markup-place-unsafe' ? error.message : error
    }
    return 'taken'
  }

  it.each([
    ['in a script', () => markup`<script>const a = ${1}</script>`, 'inside <script>'],
    ['in a style', () => markup`<STYLE media="x">p { color: ${'red'} }</STYLE>`, 'inside <style>'],
    ['as the name of a tag', () => markup`<${'b'}>`, 'inside a tag'],
    ['as the name of an end tag', () => markup`</${'b'}>`, 'inside a tag'],
    ['as a part of such a name', () => markup`<h${1}>`, 'inside a tag'],
    ['as an attribute', () => markup`<p ${'hidden'}>`, 'inside a tag'],
    ['as a part of its name', () => markup`<p data-${'x'}="1">`, 'inside a tag'],
    ['in an attribute without quotes', () => markup`<p title=${'x'}>`, 'without quotes'],
    ['behind fixed text there', () => markup`<p title=a${'x'}>`, 'without quotes'],
    ['in a handler', () => markup`<p onclick="f('${'x'}')">`, 'onclick'],
    ['in a page within', () => markup`<iframe srcdoc="${'x'}"></iframe>`, 'srcdoc'],
    ['in a comment', () => markup`<!-- ${'x'} -->`, 'inside a comment'],
    ['in a declaration', () => markup`<!doctype ${'x'}>`, 'inside a comment'],
    ['behind another one in an address', () => markup`<a href="${'java'}${'script:'}">`, 'behind another value'],
  ])('%s', (_, write, expected) => expect(refused(write)).toContain(expected))

  it('nowhere else', () => {
    const x = 'x'
    const page = markup`<!doctype html><!-- a > b --><title>${x} <b></title><p class=a data-b="1 > ${x}" hidden title = '${x}'>
      1 < 2 ${x}<br/>${x}<textarea>${x}</textarea><script>if (1 < 2) "</p>"</script>${x}<img alt="${x}" src="${x}"/>`
    expect(page.toString().match(/x/g)).toHaveLength(11)
  })
})

it('a page of markup is sent as its text', () => {
  const widget = html({ name: 'Page', load: () => markup`<b>${'<'}</b>` })
  expect(widget.load?.({} as never, undefined as never, undefined)).toBe('<b>&#60;</b>')
})
