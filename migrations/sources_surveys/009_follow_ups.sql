-- requires: sources_surveys/008, actions/001
-- Low scores that somebody looks after, and people who asked to be contacted.

-- When an answer of a survey is to be followed up. `looked_at`: answers received until then have been looked through.
create table survey_follow_up (
    tenant_id integer not null,
    survey_id integer not null,
    question text not null,
    at_most integer not null, -- the step, and those below it, that count as low
    share integer not null check (share between 1 and 100), -- percent of low answers that make a pattern
    days integer not null check (days between 1 and 365), -- until it is to be done
    owner_id integer not null,
    looked_at integer not null,
    primary key (tenant_id, survey_id),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;

-- Confidential and linked answers that are followed up; with their answer this goes too.
create table survey_low_score (
    tenant_id integer not null,
    answer_key text not null,
    action_id integer not null,
    primary key (tenant_id, answer_key),
    foreign key (tenant_id, answer_key) references survey_answer (tenant_id, key) on delete cascade,
    foreign key (tenant_id, action_id) references action (tenant_id, id)
) strict, without rowid;
create index survey_low_score_action on survey_low_score (tenant_id, action_id);

-- Released months with so many low answers that they were followed up.
create table survey_low_month (
    tenant_id integer not null,
    survey_id integer not null,
    unit_id integer not null,
    first integer not null,
    action_id integer not null,
    primary key (tenant_id, survey_id, unit_id, first),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;

-- Somebody wants to be called or written to. It has nothing in common with any answer: no id, no code, no time but the week
-- (a Monday), and is stored by itself. `sealed` is what they wrote, encrypted with a key outside the database.
create table survey_contact_wish (
    tenant_id integer not null,
    id text not null,
    unit_id integer not null,
    week integer not null,
    sealed text not null,
    action_id integer, -- null until the next morning
    primary key (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id)
) strict, without rowid;
create index survey_contact_wish_action on survey_contact_wish (tenant_id, action_id);
