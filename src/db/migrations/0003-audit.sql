-- Every write and every look at a person's record, and every sign-in. One chain for each case (`case:<id>`), one for
-- signing in and out (`access`).

create table audit_entries (
  chain           text collate "C" not null,
  sequence        bigint      not null check (sequence >= 1),
  recorded_at     timestamptz not null,
  action          text        not null,
  account_id      uuid,
  organisation_id uuid,
  force           text,
  role            text,
  subject         text        not null,
  details         jsonb       not null,
  previous_hash   text        not null,
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (chain, sequence)
);
create index audit_entries_by_account on audit_entries (account_id, recorded_at);
create index audit_entries_by_subject on audit_entries (subject, recorded_at);

create trigger audit_entries_extend_chain before insert on audit_entries
  for each row execute function extend_chain('audit', 'chain');
create trigger audit_entries_are_kept before update or delete or truncate on audit_entries
  for each statement execute function deny_change();

alter table audit_entries enable row level security;
alter table audit_entries force row level security;

grant insert, select on audit_entries to waymark_app, waymark_system;

create policy written_in_ones_own_name on audit_entries for insert to waymark_app
  with check (
    account_id = (select acting_account())
    and organisation_id is not distinct from (select acting_organisation())
    and force is not distinct from (select acting_force())
    and role = (select acting_role())
  );

-- Those who answer for others read what was done in their own organisation; everyone reads what they did themselves.
create policy read_by_those_who_answer_for_it on audit_entries for select to waymark_app
  using (
    account_id = (select acting_account())
    or (organisation_id = (select acting_organisation()) and (select acting_role()) in ('supervisor', 'coordinator'))
  );

create policy written_by_the_program on audit_entries for insert to waymark_system
  with check ((select acting_purpose()) in ('sign-in', 'demonstration'));

create policy read_to_verify on audit_entries for select to waymark_system
  using ((select acting_purpose()) = 'verify-audit');
