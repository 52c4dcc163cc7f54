-- requires: sources_import/001
create table fact_contact (
    tenant_id integer not null,
    unit_id integer not null,
    day integer not null,
    import_id integer not null,
    line integer not null,
    row_key text,
    pseudonym text,
    second integer,
    channel integer,
    customer_type integer,
    contact_point integer,
    waited_seconds integer,
    handled_seconds integer,
    answered integer,
    solved_first integer,
    answered_day integer,
    primary key (tenant_id, unit_id, day, import_id, line)
) strict, without rowid;
create index fact_contact_row_key on fact_contact (tenant_id, row_key, import_id) where row_key is not null;
