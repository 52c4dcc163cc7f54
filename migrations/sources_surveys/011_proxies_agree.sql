-- How those who answer for somebody agree with the persons themselves (JSON), decided once: when a wave is over, or, where no wave
-- is asked (wave_id 0), a year. Empty: it is not shown. The question '' stands for its having been decided.
create table survey_proxy_agreement (
    tenant_id integer not null,
    survey_id integer not null,
    wave_id integer not null,
    year integer not null, -- 0: of a wave
    view text not null check (view in ('for_person', 'proxy')),
    question text not null,
    figures text not null,
    primary key (tenant_id, survey_id, wave_id, year, view, question),
    foreign key (tenant_id, survey_id) references survey (tenant_id, id)
) strict, without rowid;
