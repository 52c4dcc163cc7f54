-- requires: messages/001
-- Who wants a mail when something new has come. `origin` is where they reach the server ("https://…"), as they chose it;
-- `told_through` the newest entry they were told about or saw coming, `told_on` the day of the latest mail.
create table feedback_wish (
    tenant_id integer not null,
    person_id integer not null,
    origin text not null,
    told_through integer not null,
    told_on text,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
) strict, without rowid;
