create table orders (
  id integer primary key generated always as identity,
  symbol text not null check (symbol ~ '^[A-Z.]{1,8}$'),
  side text not null check (side in ('buy', 'sell')),
  quantity integer not null check (quantity > 0),
  price numeric(12, 2) not null check (price > 0),
  -- counts the changes, so that nobody overwrites what they have not seen
  version integer not null default 1,
  changed timestamptz not null default now()
);

insert into orders (symbol, side, quantity, price) values
  ('AAPL', 'buy', 100, 223.02),
  ('MSFT', 'sell', 40, 28.80),
  ('IBM', 'buy', 25, 125.55);
