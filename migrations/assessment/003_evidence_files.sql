-- Files beside an answer. Whose it is is known until the round is taken elsewhere: `participant_id` is null for files
-- that came with an imported round.
create table assessment_file (
    tenant_id integer not null,
    id integer not null,
    round_id integer not null,
    participant_id integer,
    item text not null,
    name text not null,
    media_type text not null,
    size integer not null,
    content blob not null,
    added_at integer not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, round_id) references assessment_round (tenant_id, id),
    foreign key (tenant_id, participant_id) references assessment_participant (tenant_id, id)
) strict;
create index assessment_file_round on assessment_file (tenant_id, round_id, item);
