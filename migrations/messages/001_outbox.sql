-- requires: organisation/001
-- Mails that wait to be sent, and what became of them. `sealed` is address, subject and text, encrypted with a key outside
-- the database, and null as soon as nothing more is tried. `topic` names the module's reason, `about` what it concerns and
-- `recipient` whom, in that module's own ids.
create table outbox_message (
    tenant_id integer not null,
    id integer not null,
    topic text not null,
    about integer not null,
    recipient integer not null,
    sealed text,
    state text not null check (state in ('waiting', 'sent', 'refused', 'failed', 'dropped')),
    attempts integer not null default 0,
    due integer not null,
    problem text not null default '', -- what the gateway said last; never an address
    ended_at integer,
    primary key (tenant_id, id)
) strict;
create index outbox_message_due on outbox_message (due) where state = 'waiting';
create index outbox_message_topic on outbox_message (tenant_id, topic, about);
