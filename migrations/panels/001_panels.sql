-- requires: organisation/001
-- What users said and what was done: user panels, dialogue meetings, and what came by surveys or letters. No names: who took
-- part is said in roles and numbers. `public_since` is the day (ISO) since which it stands on the public page.
create table panel (
    tenant_id integer not null,
    id integer not null,
    unit_id integer not null,
    kind text not null check (kind in ('panel', 'meeting', 'survey', 'feedback')),
    held_on text not null,
    took_part text not null,
    people integer,
    said text not null,
    done text not null,
    public_since text,
    changed_at integer not null,
    version integer not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;
create index panel_unit on panel (tenant_id, unit_id, held_on);
