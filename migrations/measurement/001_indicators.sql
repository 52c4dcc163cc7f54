-- requires: storage/001
-- What is measured: indicators, each with its editions (definitions as JSON, never changed once made).

-- `edition` is the one in use, 0 while the first is being computed. `library_code` names the ready indicator it
-- was made from.
create table indicator (
    tenant_id integer not null,
    id integer not null,
    edition integer not null default 0,
    library_code text not null default '',
    archived integer not null default 0,
    primary key (tenant_id, id)
) strict, without rowid;

-- `cells_edition` is the edition whose cells it uses: an older one, when only names or looks were changed.
-- `version_id` is the version its cells are computed under while it waits to be used, otherwise null.
create table indicator_edition (
    tenant_id integer not null,
    indicator_id integer not null,
    number integer not null,
    cells_edition integer not null,
    source text not null,
    content text not null,
    version_id integer,
    made_at integer not null,
    made_by integer,
    primary key (tenant_id, indicator_id, number),
    foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
) strict, without rowid;
create index indicator_edition_version on indicator_edition (tenant_id, version_id);

-- One number a tenant that grows with every change to anything a verdict is made from.
create table measurement_state (
    tenant_id integer not null,
    data_version integer not null,
    primary key (tenant_id)
) strict, without rowid;
