-- requires: organisation/001
-- What somebody has promised to do. `origin_kind` and `origin_id` say what it came out of (an assessment round, a
-- survey, a signal); `origin_path` leads there. `indicator_id` is the indicator it should move. Days are ISO text.
create table action (
    tenant_id integer not null,
    id integer not null,
    unit_id integer not null,
    title text not null,
    detail text not null default '',
    owner_id integer not null,
    due text not null,
    status text not null check (status in ('open', 'running', 'done', 'dropped')),
    outcome text not null default '',
    indicator_id integer,
    origin_kind text not null default '',
    origin_id integer not null default 0,
    origin_text text not null default '',
    origin_path text not null default '',
    created_at integer not null,
    created_by integer,
    ended_on text,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
) strict;
create index action_unit on action (tenant_id, unit_id);
create index action_owner on action (tenant_id, owner_id);
create index action_origin on action (tenant_id, origin_kind, origin_id);

-- Who changed which field, from what to what, in order.
create table action_change (
    tenant_id integer not null,
    id integer not null,
    action_id integer not null,
    changed_at integer not null,
    person_id integer,
    field text not null,
    old text not null,
    new text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, action_id) references action (tenant_id, id)
) strict;
create index action_change_action on action_change (tenant_id, action_id, id);
