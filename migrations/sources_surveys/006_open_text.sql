-- requires: sources_surveys/005
-- What people wrote, on its way to those who may read it, and the municipality's own topics.

-- One text of one answer, masked. `id` is a hash, so that no order tells of time or place; `week` is the one in which it
-- is counted. It goes with its answer. Who decided about it and when stands in the audit trail alone.
create table survey_comment (
    tenant_id integer not null,
    id text not null,
    answer_key text not null,
    question text not null,
    survey_id integer not null,
    unit_id integer not null,
    contact_point_id integer not null, -- 0: none
    customer_type_id integer not null,
    week integer not null,
    language text not null,
    written text not null,
    state text not null check (state in ('waiting', 'shown', 'hidden')),
    reason text not null, -- of a hidden one
    primary key (tenant_id, id),
    foreign key (tenant_id, answer_key) references survey_answer (tenant_id, key) on delete cascade
) strict, without rowid;
create index survey_comment_survey on survey_comment (tenant_id, survey_id, question, week);
create index survey_comment_answer on survey_comment (tenant_id, answer_key);
create index survey_comment_state on survey_comment (tenant_id, state);

-- Comments with one of these words, in any form, speak of the topic.
create table survey_topic (
    tenant_id integer not null,
    id integer not null,
    name text not null,
    words text not null, -- parted by commas
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;
