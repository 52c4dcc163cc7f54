-- requires: storage/001
-- A feed is one kind of extract that comes again and again, such as the phone system's call list. Its mapping is JSON.
create table feed (
    tenant_id integer not null,
    id integer not null,
    source text not null,
    name text not null,
    mapping text not null,
    created_at integer not null,
    primary key (tenant_id, id),
    unique (tenant_id, source, name)
) strict, without rowid;

-- One import, from its confirmation on. Higher ids are later ones; which rows count follows from this order.
create table data_import (
    tenant_id integer not null,
    id integer not null,
    source text not null,
    feed_id integer not null,
    file_name text not null,
    file_digest text not null,
    mapping_digest text not null,
    mapping text not null,
    mode text not null check (mode in ('replace', 'merge')),
    bad_rows text not null check (bad_rows in ('reject', 'leave_out')),
    state text not null check (state in ('waiting', 'running', 'published', 'undoing', 'undone', 'failed')),
    rows_good integer not null,
    rows_bad integer not null,
    error_count integer not null,
    first_day integer,
    last_day integer,
    version_id integer not null default 0,
    person_id integer,
    created_at integer not null,
    published_at integer,
    undone_at integer,
    error text not null default '',
    primary key (tenant_id, id),
    foreign key (tenant_id, feed_id) references feed (tenant_id, id)
) strict, without rowid;
create index data_import_digest on data_import (tenant_id, source, file_digest);

-- The units an import touches and the days it replaces (mode replace) or has rows on (mode merge).
create table data_import_unit (
    tenant_id integer not null,
    unit_id integer not null,
    import_id integer not null,
    first_day integer not null,
    last_day integer not null,
    primary key (tenant_id, unit_id, import_id),
    foreign key (tenant_id, import_id) references data_import (tenant_id, id)
) strict, without rowid;
create index data_import_unit_import on data_import_unit (tenant_id, import_id);

-- Rows left out, with what was wrong. `arguments` is JSON; the value in it is cut short and cleaned.
create table data_import_error (
    tenant_id integer not null,
    import_id integer not null,
    number integer not null,
    line integer not null,
    column_name text not null,
    code text not null,
    sentence text not null,
    arguments text not null,
    primary key (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references data_import (tenant_id, id)
) strict, without rowid;

-- The texts of category columns; facts hold their ids.
create table category_value (
    tenant_id integer not null,
    id integer not null,
    source text not null,
    column_name text not null,
    label text not null,
    primary key (tenant_id, id),
    unique (tenant_id, source, column_name, label)
) strict, without rowid;

-- A file that has been uploaded but not confirmed. The file itself lies in the data folder under `stored_name`.
create table import_draft (
    tenant_id integer not null,
    id integer not null,
    source text not null,
    feed text not null,
    file_name text not null,
    stored_name text not null,
    file_digest text not null,
    mapping text not null,
    person_id integer,
    created_at integer not null,
    version integer not null default 1,
    primary key (tenant_id, id)
) strict, without rowid;
