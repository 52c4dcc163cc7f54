-- requires: organisation/002
-- Surveys with their versions, where they are asked, and what was answered.

-- A survey as it is being written (JSON). `published` is its latest version, 0 before the first.
create table survey (
    tenant_id integer not null,
    id integer not null,
    draft text not null,
    edition integer not null, -- counts the changes of the draft
    published integer not null,
    library_code text not null,
    archived integer not null,
    changed_at integer not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references tenant (tenant_id)
) strict, without rowid;

-- Never changed: answers name the version they were given to.
create table survey_version (
    tenant_id integer not null,
    survey_id integer not null,
    version integer not null,
    definition text not null,
    made_at integer not null,
    made_by integer,
    primary key (tenant_id, survey_id, version),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;

-- An address at which a survey is asked, for one unit and perhaps one contact point. Days are ISO text; from
-- `opens` up to and including `closes`.
create table survey_link (
    tenant_id integer not null,
    id integer not null,
    code text not null, -- the readable end of the address
    survey_id integer not null,
    unit_id integer not null,
    contact_point_id integer,
    mode text not null check (mode in ('anonymous', 'confidential', 'linked')),
    by_code integer not null, -- only with a one-time code
    opens text,
    closes text,
    ended integer not null,
    made_at integer not null,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id),
    foreign key (tenant_id, unit_id) references unit (tenant_id, id),
    foreign key (tenant_id, contact_point_id) references catalogue_entry (tenant_id, id)
) strict, without rowid;
create index survey_link_survey on survey_link (tenant_id, survey_id);

-- One submission. `key` is a hash of the id that the page was given, so the order of rows tells nothing; in anonymous
-- mode `week` (its Monday) is all that is known of the time, and `respondent` is null. Nothing here is ever updated.
create table survey_answer (
    tenant_id integer not null,
    key text not null,
    link_id integer not null,
    version integer not null,
    language text not null,
    way text not null check (way in ('web', 'api')),
    week integer not null,
    received_at integer,
    respondent text, -- hash of the one-time code, in confidential and linked mode
    answers text not null,
    primary key (tenant_id, key),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
create index survey_answer_link on survey_answer (tenant_id, link_id, week);

-- One-time codes: only whether each is used, never when or for which answer.
create table survey_code (
    tenant_id integer not null,
    code_hash text not null,
    link_id integer not null,
    used integer not null,
    primary key (tenant_id, code_hash),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
create index survey_code_link on survey_code (tenant_id, link_id, used);

-- What somebody has answered so far, kept until it is sent, for some weeks at most. `key` is another hash than that of
-- the answer, so that the two cannot be joined.
create table survey_progress (
    tenant_id integer not null,
    key text not null,
    link_id integer not null,
    version integer not null,
    code_hash text,
    resume_hash text,
    week integer not null,
    answers text not null,
    primary key (tenant_id, key),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
create index survey_progress_week on survey_progress (tenant_id, week);
create index survey_progress_resume on survey_progress (tenant_id, resume_hash);
