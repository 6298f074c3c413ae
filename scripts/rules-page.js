// The page of all rules of `deskwright check`, written from the rules and what the check says of their examples.
import { toJson } from './to-json.js'

/** Writes the page. `check` checks an example's documents, `fixes` has the codes that --fix mends. */
export async function toRulesPage({ rules, catalogue, check, fixes }) {
  const sections = await Promise.all(
    Object.entries(rules)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(async ([code, rule]) => {
        const found = rule.bad === undefined ? undefined : (await check(rule.bad.documents)).findings[0]
        return toSection(code, rule, catalogue[code], found, fixes[code] !== undefined)
      }),
  )
  return `${intro}\n\n${sections.join('\n\n')}\n`
}

const intro = `# Rules

<!-- Written by \`npm run docs\` from packages/deskwright/src/check/rules; do not edit. -->

What [\`deskwright check\`](check.md) finds in documents and in what a backend answers, by the permanent code of each finding. An *error* is what Workspace refuses, or
what cannot work; a *warning* is ignored or works differently than it is written; an *advice* works and could be better. The
examples show the part that matters. What each rule rests on is the section of the protocol, as in [Conformance](conformance.md).`

function toSection(code, { spec, why, bad, good, crossed, exchange }, { title }, found, isFixed) {
  const facts = [
    found === undefined ? undefined : `*${found.severity}*`,
    found === undefined || found.loses === 'nothing' ? undefined : `costs ${describeLoss(found.loses)}`,
    isFixed || found?.fix !== undefined ? '`--fix` mends it' : undefined,
    `rests on ${spec}`,
  ].filter((fact) => fact !== undefined)
  return [
    `## ${code}`,
    `${title}. ${facts.join(' · ')}`,
    ...(why === undefined ? [] : [why]),
    ...(found === undefined ? [] : [`> ${inline(found.message)} ${inline(found.hint)}`]),
    ...(bad === undefined ? [] : [`Bad:\n\n${toBlock(bad.shown)}`]),
    ...(good === undefined ? [] : [`Good:\n\n${toBlock(good.shown)}`]),
    ...(crossed === undefined
      ? []
      : [`Bad:\n\n${toBlock(crossed.bad.shown)}`, `Good:\n\n${toBlock(crossed.good.shown)}`]),
    ...(exchange === undefined ? [] : [`Bad:\n\n${toText(exchange.bad)}`, `Good:\n\n${toText(exchange.good)}`]),
  ].join('\n\n')
}

function describeLoss(loses) {
  return loses.startsWith('all ') ? `${loses} of the backend` : `this ${loses}`
}

function toText(exchange) {
  return `\`\`\`text\n${exchange}\n\`\`\``
}

function toBlock(shown) {
  if (typeof shown === 'string') return `\`\`\`jsonc\n${shown.replace('\uFEFF', '\\uFEFF')}\n\`\`\``
  return `\`\`\`json\n${toJson(shown)}\n\`\`\``
}

function inline(text) {
  return text.replaceAll(/[<*_[\]]/g, (mark) => `\\${mark}`)
}
