/** Names and values, one a line. Nothing where there are none. */
export function Pairs(props: { readonly title: string; readonly pairs: readonly (readonly [string, string])[] }) {
  const { title, pairs } = props
  if (pairs.length === 0) return null
  return (
    <section class="inspect-pairs">
      <h4>{title}</h4>
      <dl>
        {pairs.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
