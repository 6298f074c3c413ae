/** Whether a text is a colour and nothing that could load or run anything. */
export function isColor(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^(#[\da-f]{3,8}|[a-z]+|(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch)\([\d\s.,%/a-z-]+\))$/i.test(text)
  )
}
