-- requires: storage/001
-- Who the municipality is: tenants, units with their history, people, sign-in.

-- `revision` counts the changes of the unit tree, so that a snapshot in memory is known to be old.
create table tenant (
    tenant_id integer not null,
    name text not null,
    country text not null check (country in ('DK', 'NO')),
    host text not null default '', -- the host name that leads to this tenant, when there are several
    revision integer not null default 1,
    created_at integer not null,
    primary key (tenant_id)
) strict;

create table unit_level (
    tenant_id integer not null,
    id integer not null,
    code text not null,
    name text not null, -- an English gettext key for the usual ones, otherwise as the municipality calls it
    rank integer not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;

-- Days are half-open: from valid_from up to, not including, valid_to; null is no end.
create table unit (
    tenant_id integer not null,
    id integer not null,
    level_id integer not null,
    valid_from text not null,
    valid_to text,
    successor_id integer,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, level_id) references unit_level (tenant_id, id)
) strict, without rowid;

create table unit_name (
    tenant_id integer not null,
    unit_id integer not null,
    valid_from text not null,
    valid_to text,
    name text not null,
    primary key (tenant_id, unit_id, valid_from),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;

create table unit_parent (
    tenant_id integer not null,
    unit_id integer not null,
    valid_from text not null,
    valid_to text,
    parent_id integer not null,
    primary key (tenant_id, unit_id, valid_from),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, parent_id) references unit (tenant_id, id)
) strict, without rowid;

create table unit_code (
    tenant_id integer not null,
    unit_id integer not null,
    kind text not null,
    value text not null,
    primary key (tenant_id, unit_id, kind),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;

-- A person who signs in. An empty password_hash or code_hash fits nothing.
create table person (
    tenant_id integer not null,
    id integer not null,
    login text not null,
    name text not null,
    email text not null default '',
    language text not null default '',
    locked integer not null default 0,
    password_hash text not null default '',
    password_changed_at integer,
    code_hash text not null default '',
    code_expires_at integer,
    failures integer not null default 0,
    last_failure_at integer,
    last_sign_in_at integer,
    created_at integer not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, login),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;

create table person_role (
    tenant_id integer not null,
    person_id integer not null,
    unit_id integer not null,
    role text not null,
    primary key (tenant_id, person_id, unit_id, role),
    foreign key (tenant_id, person_id) references person (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;

-- token_hash: BLAKE2b-256 of the cookie; the cookie itself is kept nowhere.
create table session (
    tenant_id integer not null,
    id integer not null,
    token_hash text not null,
    person_id integer not null,
    csrf_token text not null,
    started_at integer not null,
    last_used_at integer not null,
    client text not null default '',
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
) strict, without rowid;
create index session_person on session (tenant_id, person_id);

-- What an integration signs in with. `permissions` are codes with a blank between.
create table api_token (
    tenant_id integer not null,
    id integer not null,
    name text not null,
    token_hash text not null,
    unit_id integer not null,
    permissions text not null,
    created_at integer not null,
    created_by integer,
    expires_at integer,
    last_used_at integer,
    revoked_at integer,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;

-- The code that lets the first administrator set up an empty installation in the browser.
create table setup_code (
    tenant_id integer not null, -- always 0: there is no tenant yet
    code_hash text not null,
    created_at integer not null,
    primary key (tenant_id)
) strict, without rowid;
