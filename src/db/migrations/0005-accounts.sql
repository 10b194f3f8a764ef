-- Setting up real organisations and accounts: the program's work from the command line, under a purpose of its own.
-- What signed-in people may do is as before.

create policy added_from_the_command_line on organisations for insert to waymark_system
  with check ((select acting_purpose()) = 'manage-accounts');

grant update (disabled_at) on accounts to waymark_system;

create policy seen_to_manage on accounts for select to waymark_system
  using ((select acting_purpose()) = 'manage-accounts');
create policy added_from_the_command_line on accounts for insert to waymark_system
  with check ((select acting_purpose()) = 'manage-accounts' and not is_demonstration);
create policy changed_from_the_command_line on accounts for update to waymark_system
  using ((select acting_purpose()) = 'manage-accounts' and not is_demonstration);

-- Signing in may change an account's hash: it shall neither close an account by that right nor open a closed one.
create policy closed_by_nothing_else on accounts as restrictive for update to waymark_system
  using ((select acting_purpose()) = 'manage-accounts' or disabled_at is null);

-- A new password and a closed account end the sessions that there are; none is made or changed.
create policy seen_to_end_them on sessions for select to waymark_system
  using ((select acting_purpose()) = 'manage-accounts');
create policy ended_from_the_command_line on sessions for delete to waymark_system
  using ((select acting_purpose()) = 'manage-accounts');

-- Nobody is signed in at the command line, so an entry of its cannot be in anybody's name.
create policy written_from_the_command_line on audit_entries for insert to waymark_system
  with check (
    (select acting_purpose()) = 'manage-accounts'
    and chain = 'access'
    and account_id is null and organisation_id is null and force is null and role is null
  );
