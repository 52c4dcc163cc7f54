-- requires: sources_surveys/001
-- For how many months answers to a survey are kept; without a row, until somebody decides.
create table survey_keeping (
    tenant_id integer not null,
    survey_id integer not null,
    months integer not null check (months between 1 and 120),
    primary key (tenant_id, survey_id),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
