-- name Candles
-- type chart
-- kind candlestick
-- param symbol endpoint "select distinct file from equity_prices order by 1" default ALFA label Company
select * from equity_prices where file = $symbol order by day
