-- An information officer of a force reads who looked at what: whatever was done by the people of the force, and whatever
-- anybody did to its cases. They see no case.

insert into roles (role, organisation_kind) values ('information-officer', 'police');
insert into role_rights (role, "right") values
  ('information-officer', 'read-audit'),
  ('information-officer', 'see-colleagues');

create index audit_entries_by_moment on audit_entries (recorded_at desc);

-- The owner of the view reads the tables for it; the view says which rows.
create policy read_for_the_audit on audit_entries for select to current_user using ((select acting_may('read-audit')));
create policy read_for_the_audit on cases for select to current_user
  using ((select acting_may('read-audit')) and force = (select acting_force()));
create policy read_for_the_audit on accounts for select to current_user using ((select acting_may('read-audit')));
create policy read_for_the_audit on memberships for select to current_user using ((select acting_may('read-audit')));
create policy read_for_the_audit on organisations for select to current_user using ((select acting_may('read-audit')));

create view audit_of_force with (security_barrier) as
  select entry.chain, entry.sequence, entry.recorded_at, entry.action, account.name as account_name, entry.role,
    organisation.name as organisation_name, entry.subject, entry.details, entry.shape, known.reference as case_reference
  from audit_entries entry
  left join accounts account on account.id = entry.account_id
  left join organisations organisation on organisation.id = entry.organisation_id
  left join cases known on known.force = (select acting_force())
    and known.case_id = case when entry.subject ~ '^case:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then substr(entry.subject, 6)::uuid end
  where (select acting_may('read-audit'))
    and (
      entry.force = (select acting_force())
      or known.case_id is not null
      or (entry.account_id is null and exists (
        select from memberships member
        where member.organisation_id = (select acting_organisation()) and entry.subject = 'account:' || member.account_id
      ))
    );
grant select on audit_of_force to waymark_app;
