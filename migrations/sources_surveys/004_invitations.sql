-- requires: sources_surveys/003
-- Invitations by e-mail and SMS.

-- One list of people invited to one link. `address` is where the link leads, as those who sent it reach the server.
-- While the gateway is away nothing is tried before `paused_until`.
create table survey_sending (
    tenant_id integer not null,
    id integer not null,
    link_id integer not null,
    channel text not null check (channel in ('email', 'sms')),
    subject text not null,
    words text not null,
    reminder text not null,
    remind_days integer not null, -- after so many days, to those who have not answered
    remind_times integer not null,
    address text not null,
    started_at integer not null,
    started_by integer,
    paused_until integer not null,
    failures integer not null, -- attempts in a row that the gateway did not answer
    problem text not null,     -- what the gateway said last; never an address
    ended_at integer,
    primary key (tenant_id, id),
    foreign key (tenant_id, link_id) references survey_link (tenant_id, id)
) strict, without rowid;
create index survey_sending_link on survey_sending (tenant_id, link_id);

-- The contact store: `sealed` is the address with its one-time code, encrypted with a key outside the database, and null
-- as soon as nothing more will be sent. `number` is the place in the list, so that whoever has the list can mend it.
-- Nothing here says who has answered: that is asked of survey_code when a reminder is due.
create table survey_contact (
    tenant_id integer not null,
    sending_id integer not null,
    number integer not null,
    sealed text,
    state text not null check (state in ('waiting', 'invited', 'refused', 'failed')),
    attempts integer not null,
    reminders integer not null, -- sent so far
    due integer,                -- when it is to be looked at next
    problem text not null,      -- of a refused one: the gateway's number for it
    primary key (tenant_id, sending_id, number),
    foreign key (tenant_id, sending_id) references survey_sending (tenant_id, id)
) strict, without rowid;
create index survey_contact_due on survey_contact (tenant_id, sending_id, due);
