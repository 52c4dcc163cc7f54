-- requires: organisation/002
-- A municipality has a colour of its own ('#1b4f8c'; empty: the built-in one), and forms notice changes in between.
alter table tenant add column colour text not null default '';
alter table tenant add column version integer not null default 1;
alter table unit_level add column version integer not null default 1;
