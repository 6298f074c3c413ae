const reserved = [
  ...'await break case catch class const continue debugger default delete do else enum export extends false finally'.split(
    ' ',
  ),
  ...'for function if implements import in instanceof interface let new null package private protected public return'.split(
    ' ',
  ),
  ...'static super switch this throw true try typeof undefined var void while with yield arguments eval async'.split(
    ' ',
  ),
]

/** Gives out identifiers, each once. */
export interface Names {
  /** Makes an identifier of any text: `stock-prices` becomes `stockPrices`. */
  take(text: string): string
}

/** Starts with the identifiers that are in use already. */
export function createNames(used: readonly string[]): Names {
  const taken = new Set([...reserved, ...used])
  return {
    take(text) {
      const plain = toIdentifier(text)
      let name = plain
      for (let count = 2; taken.has(name); count += 1) name = `${plain}${count}`
      taken.add(name)
      return name
    },
  }
}

function toIdentifier(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  const joined = words.map((word, index) => (index === 0 ? toLowerStart(word) : toUpperStart(word))).join('')
  return /^[A-Za-z]/.test(joined) ? joined : `widget${toUpperStart(joined)}`
}

function toLowerStart(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : `${word.charAt(0).toLowerCase()}${word.slice(1)}`
}

function toUpperStart(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
