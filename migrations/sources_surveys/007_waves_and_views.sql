-- requires: sources_surveys/006
-- Results by wave, and of those who answered for somebody; how many everybody is; pairs and what goes together.

-- `view`: self; for_person, by somebody who says what the person would; proxy, by somebody with a view of their own. Each is
-- counted and released by itself. `wave_id` 0: asked all the time.
create table survey_atom_wider (
    tenant_id integer not null,
    survey_id integer not null,
    week integer not null,
    unit_id integer not null,
    contact_point_id integer not null,
    customer_type_id integer not null,
    wave_id integer not null,
    view text not null check (view in ('self', 'for_person', 'proxy')),
    counts text not null,
    primary key (tenant_id, survey_id, week, unit_id, contact_point_id, customer_type_id, wave_id, view),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
insert into survey_atom_wider (tenant_id, survey_id, week, unit_id, contact_point_id, customer_type_id, wave_id, view, counts)
select tenant_id, survey_id, week, unit_id, contact_point_id, customer_type_id, 0, 'self', counts from survey_atom;
drop table survey_atom;
alter table survey_atom_wider rename to survey_atom;

-- A wave that lies in two years has a release in each.
create table survey_release_wider (
    tenant_id integer not null,
    survey_id integer not null,
    question text not null, -- its name; empty: the survey as a whole
    unit_id integer not null, -- and all beneath it
    contact_point_id integer not null, -- 0: all
    customer_type_id integer not null, -- 0: all
    wave_id integer not null, -- 0: all
    view text not null check (view in ('self', 'for_person', 'proxy')),
    kind text not null check (kind in ('month', 'quarter', 'year', 'month_to_date', 'year_to_date', 'wave')),
    first integer not null,
    last integer not null,
    showing text not null check (showing in ('nothing', 'mean', 'distribution')),
    exactly integer,
    below integer,
    figures text not null, -- JSON of what is shown; empty where nothing is
    released_on integer not null,
    primary key (tenant_id, survey_id, question, unit_id, contact_point_id, customer_type_id, wave_id, view, kind, first, last),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
insert into survey_release_wider (tenant_id, survey_id, question, unit_id, contact_point_id, customer_type_id, wave_id, view,
    kind, first, last, showing, exactly, below, figures, released_on)
select tenant_id, survey_id, question, unit_id, contact_point_id, customer_type_id, 0, 'self', kind, first, last, showing,
    exactly, below, figures, released_on from survey_release;
drop table survey_release;
alter table survey_release_wider rename to survey_release;
create index survey_release_unit on survey_release (tenant_id, unit_id, survey_id);

-- How many everybody is who could answer in a wave, where only they matter; null: they stand for others too.
alter table survey_wave add column population integer;

-- What became of the same persons from one wave to the other (JSON), decided once; empty: it is not shown.
create table survey_wave_pairs (
    tenant_id integer not null,
    before_wave integer not null,
    after_wave integer not null,
    question text not null,
    figures text not null,
    primary key (tenant_id, before_wave, after_wave, question),
    foreign key (tenant_id, before_wave) references survey_wave (tenant_id, id),
    foreign key (tenant_id, after_wave) references survey_wave (tenant_id, id)
) strict, without rowid;

-- What goes together with the survey's main question in a year that is over (JSON), decided once; empty: it is not shown.
create table survey_drivers (
    tenant_id integer not null,
    survey_id integer not null,
    year integer not null,
    figures text not null,
    primary key (tenant_id, survey_id, year),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
