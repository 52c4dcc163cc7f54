-- requires: sources_surveys/001
-- How an answer came: on which way, by whom, with what that pairs it to an earlier one; and waves.

-- `oddity`: an odd pattern of pressing at a kiosk; such answers are counted, and told of. `answered_by`, `whose_view` and
-- `help`: who answered for whom. `pair`: one-way values that are alike in two waves for the same person, apart by blanks.
create table survey_answer_wider (
    tenant_id integer not null,
    key text not null,
    link_id integer not null,
    version integer not null,
    language text not null,
    way text not null check (way in ('web', 'api', 'kiosk', 'paper', 'interview')),
    week integer not null,
    received_at integer,
    respondent text, -- hash of the one-time code, in confidential and linked mode
    answers text not null,
    oddity text not null check (oddity in ('', 'burst', 'held')),
    answered_by text not null check (answered_by in ('self', 'relative', 'guardian', 'staff', 'other')),
    whose_view text not null check (whose_view in ('own', 'person')),
    help text not null check (help in ('', 'none', 'some', 'much')),
    pair text,
    primary key (tenant_id, key),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
insert into survey_answer_wider (tenant_id, key, link_id, version, language, way, week, received_at, respondent, answers,
    oddity, answered_by, whose_view, help)
select tenant_id, key, link_id, version, language, way, week, received_at, respondent, answers, '', 'self', 'own', ''
from survey_answer;
drop table survey_answer;
alter table survey_answer_wider rename to survey_answer;
create index survey_answer_link on survey_answer (tenant_id, link_id, week);

-- `people`: how many are asked, where that is known. `pairing`: how answers of two waves are put together. `proxies`: whether
-- others may answer for somebody. `ended_at`: answers given before may still arrive from a kiosk that was offline.
alter table survey_link add column wave_id integer;
alter table survey_link add column people integer;
alter table survey_link add column pairing text not null default 'none';
alter table survey_link add column proxies integer not null default 0;
alter table survey_link add column ended_at integer;

-- A time of asking: before a change or after it. Waves of one cohort are compared with each other.
create table survey_wave (
    tenant_id integer not null,
    id integer not null,
    survey_id integer not null,
    kind text not null check (kind in ('baseline', 'follow_up')),
    name text not null,
    cohort text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
create index survey_wave_survey on survey_wave (tenant_id, survey_id);

-- People who came by on a day, as counted by staff or a counter at the door: what presses at a kiosk are held against.
create table survey_footfall (
    tenant_id integer not null,
    link_id integer not null,
    day integer not null,
    visitors integer not null,
    primary key (tenant_id, link_id, day),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
