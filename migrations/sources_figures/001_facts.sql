-- requires: sources_import/001
-- numerator, denominator and value are fixed point: the number × 10,000.
create table fact_figure (
    tenant_id integer not null,
    unit_id integer not null,
    day integer not null,
    import_id integer not null,
    line integer not null,
    row_key text,
    pseudonym text,
    series integer,
    numerator integer,
    denominator integer,
    value integer,
    primary key (tenant_id, unit_id, day, import_id, line)
) strict, without rowid;
create index fact_figure_row_key on fact_figure (tenant_id, row_key, import_id) where row_key is not null;
