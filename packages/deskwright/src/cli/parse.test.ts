import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { findCommand, parseCommandLine } from './parse.ts'

const start = findCommand(commands, 'start')
const parse = (...given: string[]) => parseCommandLine(start, given)

describe('parseCommandLine', () => {
  it('reads the entry and typed options in any order', () => {
    expect(parse('--port', '8000', 'desk.ts', '--host=0.0.0.0', '--insecure')).toEqual({
      arguments: ['desk.ts'],
      options: { port: 8000, host: '0.0.0.0', insecure: true },
    })
  })

  it('reads the spellings of openbb-api', () => {
    expect(parse('desk.ts', '--ssl_keyfile', 'a_key.pem', '--ssl_certfile=a_cert.pem').options).toEqual({
      'ssl-keyfile': 'a_key.pem',
      'ssl-certfile': 'a_cert.pem',
    })
  })

  it('collects repeated origins, without what is no part of an origin', () => {
    const { options } = parse(
      'desk.ts',
      '--origin',
      'https://a.example.com/',
      '--origin',
      'tauri://localhost',
      '--origin=*',
    )
    expect(options.origin).toEqual(['https://a.example.com', 'tauri://localhost', '*'])
  })

  it('lets help win over everything else', () => {
    expect(parse('--wrong', '--help').options).toEqual({ help: true })
    expect(parse('-h').options).toEqual({ help: true })
  })

  it.each([
    [['desk.ts', '--port', '70000'], '--port needs a whole number from 0 to 65535; it got "70000".'],
    [['desk.ts', '--port', '1e3'], '--port needs a whole number from 0 to 65535; it got "1e3".'],
    [['desk.ts', '--port'], '--port needs a whole number from 0 to 65535; it got nothing.'],
    [['desk.ts', '--https=yes'], '--https needs no value; it got "yes".'],
    [['desk.ts', '--host', ''], '--host needs a address; it got "".'],
    [['desk.ts', '--log-level', 'loud'], '--log-level needs one of debug, info, warn, error; it got "loud".'],
    [['desk.ts', '--origin', 'example.com'], expect.stringContaining('such as https://desk.example.com')],
    [['desk.ts', '--origin', 'https://example.com/path'], expect.stringContaining('--origin needs an origin')],
  ])('refuses the values in %j', (given, message) => {
    expect(() => parse(...given)).toThrow(expect.objectContaining({ code: 'option-invalid', message }))
  })

  it('knows which argument a header stands behind', () => {
    const line = parseCommandLine(findCommand(commands, 'workbench'), [
      '--header',
      'X-All: 1',
      'http://a.example',
      '--header',
      'X-Key:  of a: secret ',
      'http://b.example',
      '--query',
      'token=x=y',
    ])
    expect(line).toEqual({
      arguments: ['http://a.example', 'http://b.example'],
      options: {
        header: [
          { name: 'X-All', value: '1', after: 0 },
          { name: 'X-Key', value: 'of a: secret ', after: 1 },
        ],
        query: [{ name: 'token', value: 'x=y', after: 2 }],
      },
    })
  })

  it('suggests the option that was probably meant', () => {
    expect(() => parse('desk.ts', '--prot', '1')).toThrow(
      expect.objectContaining({ code: 'option-unknown', hint: expect.stringContaining('Did you mean "--port"?') }),
    )
  })

  it('refuses an option that only another command has', () => {
    expect(() => parse('desk.ts', '--out', 'folder')).toThrow(
      expect.objectContaining({ code: 'option-unknown', message: '"start" has no option "--out".' }),
    )
  })

  it('names a missing argument and one too many', () => {
    expect(() => parse()).toThrow(
      expect.objectContaining({ code: 'argument-missing', hint: expect.stringContaining('<entry>') }),
    )
    expect(() => parse('a.ts', 'b.ts')).toThrow(
      expect.objectContaining({ code: 'argument-unexpected', message: 'The argument "b.ts" is one too many.' }),
    )
  })
})

describe('findCommand', () => {
  it('suggests the command that was probably meant', () => {
    expect(() => findCommand(commands, 'strat')).toThrow(
      expect.objectContaining({ code: 'command-unknown', hint: expect.stringContaining('Did you mean "start"?') }),
    )
  })

  it('lists the commands when none is near', () => {
    expect(() => findCommand(commands, 'bake-a-cake')).toThrow(
      expect.objectContaining({ hint: `Use one of ${commands.map(({ name }) => name).join(', ')}.` }),
    )
  })
})
