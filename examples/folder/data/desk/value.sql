-- name Value of the desk
-- description What the positions are worth at the last close, and what they have gained
-- type metric
with last as (select file as symbol, max_by(close, day) as close from equity_prices group by file)
select symbol as label, round(quantity * close) as value, round((close / average_price - 1) * 100 * sign(quantity), 1) as delta
from positions join last using (symbol)
order by label
