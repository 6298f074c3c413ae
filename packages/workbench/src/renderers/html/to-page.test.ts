import { expect, it } from 'vitest'
import { toPage } from './to-page.ts'

it('keeps the doctype first, so that the page is laid out as its author saw it', () => {
  const page = toPage('\n<!-- made by hand -->\n<!DOCTYPE html><html lang="en"><p>Hi', 'token', 'dark')
  expect(page).toMatch(/^\s*<!-- made by hand -->\s*<!DOCTYPE html><meta/)
  expect(page.endsWith('<html lang="en"><p>Hi')).toBe(true)
})

it('makes a page of a fragment', () => {
  expect(toPage('<p>Hi', 'token', 'light')).toMatch(/^<!doctype html>.*color-scheme:light.*<p>Hi$/s)
})
