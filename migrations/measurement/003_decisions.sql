-- What people decide about a chart: targets, phases, exclusions, the frozen baseline, notes. Days are ISO text and
-- half-open: from valid_from up to, not including, valid_to. Periods are their codes (2026-10, 2026-W18).

create table target (
    tenant_id integer not null,
    id integer not null,
    indicator_id integer not null,
    unit_id integer not null,
    valid_from text not null,
    valid_to text,
    low real,
    high real,
    primary key (tenant_id, id),
    foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
) strict, without rowid;
create index target_indicator on target (tenant_id, indicator_id, unit_id);

-- kind: phase (a new level from this period on), excluded (this period is left out of the limits), frozen (periods up
-- to this one alone set the limits).
create table chart_decision (
    tenant_id integer not null,
    id integer not null,
    indicator_id integer not null,
    unit_id integer not null,
    kind text not null check (kind in ('phase', 'excluded', 'frozen')),
    period text not null,
    reason text not null,
    made_at integer not null,
    made_by integer,
    primary key (tenant_id, id),
    unique (tenant_id, indicator_id, unit_id, kind, period),
    foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
) strict, without rowid;

-- A remark on a day of the chart; an intervention is something that was meant to change the level.
create table chart_note (
    tenant_id integer not null,
    id integer not null,
    indicator_id integer not null,
    unit_id integer not null,
    day text not null,
    intervention integer not null,
    content text not null,
    made_at integer not null,
    made_by integer,
    primary key (tenant_id, id),
    foreign key (tenant_id, indicator_id) references indicator (tenant_id, id)
) strict, without rowid;
create index chart_note_indicator on chart_note (tenant_id, indicator_id, unit_id);
