-- Tables of the storage module itself. See migrations/README.md for how to write one of these files.

-- The last number drawn for each kind of id.
create table sequence (
    tenant_id integer not null,
    name text not null,
    last integer not null,
    primary key (tenant_id, name)
) strict, without rowid;

-- Who changed what, written in the same transaction as the change. `details` holds JSON without personal data.
create table audit_entry (
    tenant_id integer not null,
    id integer not null,
    at integer not null,
    person_id integer,
    via text not null,
    request_id text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    details text not null,
    primary key (tenant_id, id)
) strict, without rowid;
create index audit_entry_object on audit_entry (tenant_id, object_type, object_id, id);

-- Long work in the background. `payload` is what its handler understands (JSON); `position` is the handler's own
-- bookmark; `done` of `total` is the progress, total 0 while it is not known.
create table job (
    tenant_id integer not null,
    id integer not null,
    kind text not null,
    payload text not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    done integer not null default 0,
    total integer not null default 0,
    position text not null default '',
    error_code text not null default '',
    error_text text not null default '',
    error_arguments text not null default '',
    attempts integer not null default 0,
    person_id integer,
    created_at integer not null,
    started_at integer,
    finished_at integer,
    primary key (tenant_id, id)
) strict, without rowid;
create index job_state on job (state, created_at);
