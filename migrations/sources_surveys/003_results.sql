-- requires: sources_surveys/002
-- Results: what is released of the answers, decided once, on a fixed lattice.

-- For whom a survey is asked at a link, where that is known beforehand.
alter table survey_link add column customer_type_id integer;

-- The answers of one closed week, unit, contact point and customer type as numbers (JSON by question), as they were
-- when the week was counted. Figures are made of these alone, so that late and deleted answers give nobody away.
-- 0: no contact point, no customer type. `week` is the Monday as days since 1970.
create table survey_atom (
    tenant_id integer not null,
    survey_id integer not null,
    week integer not null,
    unit_id integer not null,
    contact_point_id integer not null,
    customer_type_id integer not null,
    counts text not null,
    primary key (tenant_id, survey_id, week, unit_id, contact_point_id, customer_type_id),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;

-- How far the weeks of a survey are counted, and how far they are released.
create table survey_counted (
    tenant_id integer not null,
    survey_id integer not null,
    counted_week integer not null,
    released_week integer not null,
    primary key (tenant_id, survey_id),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;

-- What may be seen of one question in one group of answers. Never changed: whoever has seen it has seen it.
create table survey_release (
    tenant_id integer not null,
    survey_id integer not null,
    question text not null, -- its name; empty: the survey as a whole
    unit_id integer not null, -- and all beneath it
    contact_point_id integer not null, -- 0: all
    customer_type_id integer not null, -- 0: all
    kind text not null check (kind in ('month', 'quarter', 'year', 'month_to_date', 'year_to_date')),
    first integer not null,
    last integer not null,
    showing text not null check (showing in ('nothing', 'mean', 'distribution')),
    exactly integer,
    below integer,
    figures text not null, -- JSON of what is shown; empty where nothing is
    released_on integer not null,
    primary key (tenant_id, survey_id, question, unit_id, contact_point_id, customer_type_id, kind, first, last),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
create index survey_release_unit on survey_release (tenant_id, unit_id, survey_id);
