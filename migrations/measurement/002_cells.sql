-- Cells: what is kept of the facts (src/measurement/cell.hpp tells how `content` is read).

-- Cells are written under a pending version and seen once it is published. Versions of a tenant are made one after
-- another; those discarded stay hidden until their rows are gone.
create table cell_version (
    tenant_id integer not null,
    id integer not null,
    reason text not null,
    state text not null check (state in ('pending', 'published', 'discarded')),
    opened_at integer not null,
    published_at integer,
    primary key (tenant_id, id)
) strict, without rowid;
create unique index cell_version_pending on cell_version (tenant_id) where state = 'pending';

-- The truth: what the facts of one unit and fact_day give for `day` (another one, when the indicator dates facts
-- by another column). Of each (indicator, edition, unit, fact_day) the rows of the highest visible version count; a
-- day that lost its facts has a row with empty content.
create table day_cell (
    tenant_id integer not null,
    indicator_id integer not null,
    edition integer not null,
    unit_id integer not null,
    fact_day integer not null,
    version_id integer not null,
    day integer not null,
    content text not null,
    primary key (tenant_id, indicator_id, edition, unit_id, fact_day, version_id, day)
) strict, without rowid;

-- Sums, rebuilt from day_cell whenever needed. scope 0: the unit alone; 1: the unit and all beneath it by the tree
-- of each day (only for units that ever had sub-units). grain 1: week, 2: month. The highest visible version counts.
create table period_cell (
    tenant_id integer not null,
    indicator_id integer not null,
    edition integer not null,
    scope integer not null,
    grain integer not null,
    unit_id integer not null,
    first_day integer not null,
    version_id integer not null,
    content text not null,
    primary key (tenant_id, indicator_id, edition, scope, grain, unit_id, first_day, version_id)
) strict, without rowid;
create index day_cell_version on day_cell (tenant_id, version_id);
create index period_cell_version on period_cell (tenant_id, version_id);
