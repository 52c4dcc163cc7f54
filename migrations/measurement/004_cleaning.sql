-- Removing replaced cells goes version by version and indicator by indicator, so that each step is short.
alter table cell_version add column cleaned integer not null default 0;
drop index day_cell_version;
drop index period_cell_version;
create index day_cell_version on day_cell (tenant_id, version_id, indicator_id);
create index period_cell_version on period_cell (tenant_id, version_id, indicator_id);
