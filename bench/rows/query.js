// The same query for everybody: twelve mixed columns, with dates as text and without nulls, which DataFrames turn into NaN.
export const sizes = [100, 1_000, 10_000, 100_000]
export const query = (
  rows,
) => `select id, strftime(day, '%Y-%m-%d') as day, strftime(ts, '%Y-%m-%d %H:%M:%S') as ts, symbol, venue,
  side, price, quantity, fee::double as fee, flagged, coalesce(pnl, 0.0) as pnl, note
  from trades where id < ${rows}`
