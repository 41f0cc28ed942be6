-- Who vouches for a member of staff: null where it was the server's own command line.
alter table staff add column invited_by uuid references staff;
