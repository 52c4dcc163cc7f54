-- requires: sources_surveys/004
-- Who answers, for whom, and what pairs the answer, until it is sent.
alter table survey_progress add column who text not null default '';
alter table survey_progress add column pair text not null default '';
