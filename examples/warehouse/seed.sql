-- $1 is the text of movies.json. Films without a title, a genre or a distributor are left out.
with given as (
  select "Title" as title, "Distributor" as distributor, "Major Genre" as genre, "MPAA Rating" as rating,
    to_date("Release Date", 'Mon DD YYYY') as released, "Production Budget" as budget,
    "US Gross" as us_gross, "Worldwide Gross" as world_gross, "IMDB Rating" as imdb, "IMDB Votes" as votes
  from json_to_recordset($1::json) as movie(
    "Title" text, "Distributor" text, "Major Genre" text, "MPAA Rating" text, "Release Date" text,
    "Production Budget" numeric, "US Gross" bigint, "Worldwide Gross" bigint, "IMDB Rating" numeric, "IMDB Votes" int)
  where "Title" is not null and "Distributor" is not null and "Major Genre" is not null
), distributors as (
  insert into distributor (name) select distinct distributor from given order by 1 returning id, name
)
insert into film (title, distributor_id, genre, released, rating, budget, us_gross, world_gross, imdb, votes)
select title, distributors.id, genre,
  -- The file has years of two digits that were read as if all lay ahead: 2046 is 1946.
  case when released > date '2011-12-31' then (released - interval '100 years')::date else released end,
  rating, budget, us_gross, world_gross, imdb, votes
from given join distributors on distributors.name = distributor
order by released, title
