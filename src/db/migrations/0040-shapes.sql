-- Every row with JSON says in which shape it holds it (src/stored/, docs/decisions/0023). What is there already is in
-- the first. From now on whoever writes a row says its shape: a default would only hide that it was forgotten.

alter table scheme_versions     add column shape smallint not null default 1 check (shape >= 1);
alter table cases               add column shape smallint not null default 1 check (shape >= 1);
alter table case_events         add column shape smallint not null default 1 check (shape >= 1);
alter table referrals           add column shape smallint not null default 1 check (shape >= 1);
alter table triage_drafts       add column shape smallint not null default 1 check (shape >= 1);
alter table condition_proposals add column shape smallint not null default 1 check (shape >= 1);
alter table audit_entries       add column shape smallint not null default 1 check (shape >= 1);
-- An evaluation's results say their shape themselves: they are given out as a file too.

alter table scheme_versions     alter column shape drop default;
alter table cases               alter column shape drop default;
alter table case_events         alter column shape drop default;
alter table referrals           alter column shape drop default;
alter table triage_drafts       alter column shape drop default;
alter table condition_proposals alter column shape drop default;
alter table audit_entries       alter column shape drop default;

grant update (shape) on cases to waymark_app;
grant update (shape) on referrals to waymark_app;

-- `waymark database check` reads everything that is stored and shows none of it: only where something does not fit.
grant select on scheme_versions, cases, case_events, referrals, triage_drafts, condition_proposals, evaluations
  to waymark_system;
create policy read_to_check on cases for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on case_events for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on referrals for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on triage_drafts for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on condition_proposals for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on evaluations for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
create policy read_to_check on audit_entries for select to waymark_system
  using ((select acting_purpose()) = 'check-database');
