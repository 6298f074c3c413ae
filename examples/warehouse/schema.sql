create table distributor (
  id int generated always as identity primary key,
  name text not null unique
);

create table film (
  id int generated always as identity primary key,
  title text not null,
  distributor_id int not null references distributor,
  genre text not null,
  released date not null,
  rating text,
  budget numeric(14, 2),
  us_gross bigint,
  world_gross bigint,
  imdb numeric(3, 1),
  votes int
);

create view film_sheet as
select film.id, title, name as distributor, genre, released, rating, budget, us_gross, world_gross, imdb, votes
from film join distributor on distributor.id = distributor_id;
