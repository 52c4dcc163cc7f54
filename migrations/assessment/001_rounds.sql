-- requires: organisation/001, actions/001
-- Self-assessment: models as they were when a round began, rounds, who takes part, what each answered, what the group
-- agreed, what came of it.

-- A model's file, whole. Those in the program are copied here when a round begins, so that no later version touches it.
create table quality_model (
    tenant_id integer not null,
    model text not null,
    version text not null,
    document text not null,
    stored_at integer not null,
    stored_by integer,
    primary key (tenant_id, model, version)
) strict;

-- Days are ISO text. `no_action_reason`: the recorded decision not to act, where there is no plan.
create table assessment_round (
    tenant_id integer not null,
    id integer not null,
    unit_id integer not null,
    name text not null,
    model text not null,
    model_version text not null,
    method text not null,
    scope text not null check (scope in ('all', 'compact', 'chosen')),
    state text not null check (state in ('preparing', 'scoring', 'meeting', 'improving', 'closed')),
    client_id integer,
    facilitator_id integer,
    previous_id integer,
    scoring_until text,
    meeting_on text,
    plan_by text,
    trained_on text,
    meeting_began_at integer,
    no_action_reason text not null default '',
    closed_at integer,
    created_at integer not null,
    version integer not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, model, model_version) references quality_model (tenant_id, model, version)
) strict;
create index assessment_round_unit on assessment_round (tenant_id, unit_id);

-- `closed_at`: from here on nobody changes their score, and the group sees the points. `value` is what the group agreed.
create table assessment_item (
    tenant_id integer not null,
    round_id integer not null,
    item text not null,
    position integer not null,
    training integer not null default 0,
    local_note text not null default '',
    closed_at integer,
    value real,
    without_value integer not null default 0,
    reason text not null default '',
    minority_note text not null default '',
    minutes text not null default '',
    decided_at integer,
    decided_together integer not null default 0,
    version integer not null default 1,
    primary key (tenant_id, round_id, item),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id)
) strict, without rowid;

-- Somebody who scores: an account, or a code on paper (code_hash; the code itself is kept nowhere).
create table assessment_participant (
    tenant_id integer not null,
    id integer not null,
    round_id integer not null,
    person_id integer,
    label text not null,
    side text not null check (side in ('leadership', 'staff')),
    code_hash text,
    done_at integer,
    left_at integer,
    primary key (tenant_id, id),
    unique (tenant_id, code_hash),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id)
) strict;
create index assessment_participant_round on assessment_participant (tenant_id, round_id);
create index assessment_participant_code on assessment_participant (code_hash) where code_hash is not null;

create table assessment_answer (
    tenant_id integer not null,
    round_id integer not null,
    participant_id integer not null,
    item text not null,
    blank integer not null default 0,
    strengths text not null default '',
    improvements text not null default '',
    evidence text not null default '',
    link text not null default '',
    saved_at integer not null,
    primary key (tenant_id, round_id, participant_id, item),
    foreign key (tenant_id, participant_id) references assessment_participant (tenant_id, id)
) strict, without rowid;

-- One number an aspect; the aspect is empty on scales without.
create table assessment_score (
    tenant_id integer not null,
    round_id integer not null,
    participant_id integer not null,
    item text not null,
    aspect text not null,
    value real not null,
    primary key (tenant_id, round_id, participant_id, item, aspect),
    foreign key (tenant_id, participant_id) references assessment_participant (tenant_id, id)
) strict, without rowid;

create table assessment_finding (
    tenant_id integer not null,
    id integer not null,
    round_id integer not null,
    item text not null,
    kind text not null check (kind in ('strength', 'improvement')),
    content text not null,
    created_at integer not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id)
) strict;
create index assessment_finding_round on assessment_finding (tenant_id, round_id);

create table assessment_vote (
    tenant_id integer not null,
    finding_id integer not null,
    participant_id integer not null,
    effect integer not null,
    ease integer not null,
    primary key (tenant_id, finding_id, participant_id),
    foreign key (tenant_id, finding_id) references assessment_finding (tenant_id, id),
    foreign key (tenant_id, participant_id) references assessment_participant (tenant_id, id)
) strict, without rowid;

-- Follow-ups on the plan.
create table assessment_review (
    tenant_id integer not null,
    id integer not null,
    round_id integer not null,
    held_on text not null,
    note text not null,
    next_on text,
    primary key (tenant_id, id),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id)
) strict;
create index assessment_review_round on assessment_review (tenant_id, round_id);

-- What the round before left, brought over to a newer version of the model as a person decided item by item. Shown beside
-- the question; never counted as an answer.
create table assessment_carried (
    tenant_id integer not null,
    round_id integer not null,
    item text not null,
    decision text not null check (decision in ('keep', 'clamp', 'rescale', 'reset')),
    value real,
    primary key (tenant_id, round_id, item),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id)
) strict, without rowid;
