-- A wish to be contacted waits for a later day's run. `fresh`: it came since the last one, so on the day it was sent. That run makes
-- it 0, so how it stands tells the day no longer than it is today.
alter table survey_contact_wish add column fresh integer not null default 0;
