-- requires: sources_figures/001, organisation/001
-- What a person has typed and not published yet, as it was typed: one row for each cell of a sheet. `field` is the
-- column and the period, as in numerator-2026-01.
create table figure_draft (
    tenant_id integer not null,
    person_id integer not null,
    unit_id integer not null,
    series text not null,
    field text not null,
    typed text not null,
    saved_at integer not null,
    primary key (tenant_id, person_id, unit_id, series, field)
) strict, without rowid;
