-- requires: messages/001
-- Where to write to whoever takes part by a code: `sealed` is the code and the address, encrypted with a key outside the
-- database; gone when scoring is closed or they leave. Accounts have their address with the person.
create table assessment_contact (
    tenant_id integer not null,
    participant_id integer not null,
    sealed text not null,
    language text not null,
    primary key (tenant_id, participant_id),
    foreign key (tenant_id, participant_id) references assessment_participant (tenant_id, id)
) strict;
