-- Models that are being worked on, what becomes of old values in a new version, and rounds that went over to one.

-- One a model. `base_version`: what it is a newer version of; empty for a new model.
create table quality_model_draft (
    tenant_id integer not null,
    model text not null,
    document text not null,
    base_version text not null,
    changed_at integer not null,
    changed_by integer,
    version integer not null default 1,
    primary key (tenant_id, model)
) strict;

-- Decided when `version` took the place of `from_version`: how a value of an item that changed is shown in rounds on it.
create table quality_model_decision (
    tenant_id integer not null,
    model text not null,
    version text not null,
    item text not null,
    from_version text not null,
    decision text not null check (decision in ('keep', 'clamp', 'rescale', 'reset')),
    primary key (tenant_id, model, version, item),
    foreign key (tenant_id, model, version) references quality_model (tenant_id, model, version)
) strict, without rowid;

-- When the round went over to a newer version of its model while people were scoring.
alter table assessment_round add column model_changed_at integer;
