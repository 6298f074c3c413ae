/** Colours of candles and volume, as `data.chartConfig` names them. */
export interface ChartColors {
  readonly upColor: string
  readonly downColor: string
  readonly borderUpColor: string
  readonly borderDownColor: string
  readonly wickUpColor: string
  readonly wickDownColor: string
  readonly volumeUpColor: string
  readonly volumeDownColor: string
  readonly showVolume: boolean
}

/** Takes the colours of a widget; what it leaves open, or what is no colour, is the page's gain and loss. */
export function toChartColors(
  config: Readonly<Record<string, unknown>>,
  up: string,
  down: string,
  isColor: (text: string) => boolean,
): ChartColors {
  const take = (key: string, otherwise: string): string => {
    const value = config[key]
    return typeof value === 'string' && isColor(value) ? value : otherwise
  }
  const [upColor, downColor] = [take('upColor', up), take('downColor', down)]
  return {
    upColor,
    downColor,
    borderUpColor: take('borderUpColor', upColor),
    borderDownColor: take('borderDownColor', downColor),
    wickUpColor: take('wickUpColor', upColor),
    wickDownColor: take('wickDownColor', downColor),
    volumeUpColor: fade(take('volumeUpColor', upColor)),
    volumeDownColor: fade(take('volumeDownColor', downColor)),
    showVolume: config['showVolume'] !== false,
  }
}

/** Volume lies behind the candles. */
function fade(color: string): string {
  return /^#[\da-f]{6}$/i.test(color) ? `${color}66` : color
}
