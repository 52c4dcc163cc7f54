-- requires: sources_surveys/007
-- Codes that were given out to pair answers of two waves: that they exist, never whose they are.
create table survey_pair_code (
    tenant_id integer not null,
    survey_id integer not null,
    code_hash text not null,
    primary key (tenant_id, survey_id, code_hash),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
