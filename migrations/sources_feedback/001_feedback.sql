-- requires: organisation/002
-- The register of praise, complaints and suggestions. Texts are masked before they are stored; there are no names.
-- Days are ISO texts. `code_hash` finds an entry by the citizen's code, `submission` by the id of the page it was sent from.
create table feedback_entry (
    tenant_id integer not null,
    id integer not null,
    kind text not null check (kind in ('praise', 'complaint', 'suggestion')),
    received_on text not null,
    unit_id integer not null,
    service_id integer,
    channel_id integer,
    contact_point_id integer,
    text text not null,
    answer_wanted integer not null,
    due_on text,
    responsible_id integer,
    outcome text check (outcome in ('upheld', 'partly', 'not_upheld', 'no_answer')),
    done text not null,
    answered_on text,
    from_citizen integer not null,
    citizen_waits integer not null,
    code_hash text not null,
    submission text,
    version integer not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, responsible_id) references person (tenant_id, id)
) strict, without rowid;
create index feedback_entry_unit on feedback_entry (tenant_id, unit_id, received_on);
create unique index feedback_entry_code on feedback_entry (tenant_id, code_hash);
create unique index feedback_entry_submission on feedback_entry (tenant_id, submission) where submission is not null;

-- What staff answered and what the citizen wrote again.
create table feedback_message (
    tenant_id integer not null,
    id integer not null,
    entry_id integer not null,
    written_on text not null,
    from_citizen integer not null,
    text text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, entry_id) references feedback_entry (tenant_id, id)
) strict, without rowid;
create index feedback_message_entry on feedback_message (tenant_id, entry_id);

-- Every change of a field; of texts only that they changed.
create table feedback_change (
    tenant_id integer not null,
    id integer not null,
    entry_id integer not null,
    changed_at integer not null,
    person_id integer,
    field text not null,
    old text not null,
    new text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, entry_id) references feedback_entry (tenant_id, id)
) strict, without rowid;
create index feedback_change_entry on feedback_change (tenant_id, entry_id);

-- How a citizen wants to be reached: encrypted, apart from the entry, and deleted when somebody has been in touch.
create table feedback_contact (
    tenant_id integer not null,
    entry_id integer not null,
    sealed text not null,
    asked_on text not null,
    primary key (tenant_id, entry_id),
    foreign key (tenant_id, entry_id) references feedback_entry (tenant_id, id)
) strict, without rowid;

-- Days of a unit that indicators must count again, from `from_day` on: a deadline that passes is known in advance.
create table feedback_recount (
    tenant_id integer not null,
    id integer not null,
    unit_id integer not null,
    day integer not null,
    from_day integer not null,
    primary key (tenant_id, id)
) strict, without rowid;

-- One row a municipality; without it the rules of settings.hpp.
create table feedback_setting (
    tenant_id integer not null,
    answer_days integer not null,
    keep_months integer,
    open_to_citizens integer not null,
    primary key (tenant_id),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;
