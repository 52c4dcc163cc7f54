-- What the municipality offers, by which ways, to whom, where and when.

-- Services, channels, customer types and contact points: lists that units choose from. With a unit the entry is for
-- that unit and what lies beneath it.
create table catalogue_entry (
    tenant_id integer not null,
    id integer not null,
    kind text not null check (kind in ('service', 'channel', 'customer_type', 'contact_point')),
    name text not null,
    code text not null default '', -- what other systems call it
    kle text not null default '',  -- KLE number of a service, free text
    unit_id integer,
    active integer not null default 1,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;
create index catalogue_entry_kind on catalogue_entry (tenant_id, kind, name);

create table place (
    tenant_id integer not null,
    id integer not null,
    name text not null,
    address text not null default '',
    active integer not null default 1,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;

-- Minutes since midnight; without a channel the doors are open, with one the channel is answered.
create table opening_hours (
    tenant_id integer not null,
    id integer not null,
    unit_id integer not null,
    place_id integer,
    channel_id integer,
    weekday integer not null check (weekday between 1 and 7),
    opens integer not null,
    closes integer not null,
    valid_from text not null,
    valid_to text,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, place_id) references place (tenant_id, id),
    foreign key (tenant_id, channel_id) references catalogue_entry (tenant_id, id)
) strict, without rowid;

-- Days off beside the public holidays, for the whole municipality.
create table closing_day (
    tenant_id integer not null,
    day text not null,
    reason text not null,
    primary key (tenant_id, day),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;
