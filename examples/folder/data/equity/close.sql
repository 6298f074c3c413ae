-- name Close
-- description Daily closing price of one company
-- x day
-- y close
-- param symbol endpoint "select distinct file from equity_prices order by 1" default ALFA label Company
-- param since date default 2026-01-01
select day, close from equity_prices where file = $symbol and day >= $since order by day
