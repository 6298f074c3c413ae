import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { definitionErrors } from './catalogue/definition.ts'
import { documentErrors } from './catalogue/document.ts'
import { requestErrors } from './catalogue/request.ts'
import { serverErrors } from './catalogue/server.ts'
import { sqlErrors } from './catalogue/sql.ts'
import { testingErrors } from './catalogue/testing.ts'

const parts = [definitionErrors, documentErrors, requestErrors, serverErrors, sqlErrors, testingErrors]

test('no two parts of the catalogue use one code', () => {
  const codes = parts.flatMap((part) => Object.keys(part))
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  expect(Object.keys(catalogue)).toHaveLength(codes.length)
})

test('codes are kebab-case', () => {
  for (const code of Object.keys(catalogue)) expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
})
