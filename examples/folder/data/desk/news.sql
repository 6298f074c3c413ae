-- name Notes
-- type newsfeed
select title, date, author, excerpt, body from notes order by date desc
