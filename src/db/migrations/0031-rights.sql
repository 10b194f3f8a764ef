-- Who may do what. Policies ask for a right and never for a role, so that a role of which nothing is listed here can do
-- nothing. The rows are those of src/access/domain/rights.ts; a test compares the two, role by role.

create table role_rights (
  role    text not null references roles,
  "right" text not null check ("right" ~ '^[a-z]+(-[a-z]+)+$'),
  primary key (role, "right")
);
insert into role_rights (role, "right")
select role, "right" from (values
  ('see-cases',                 '{officer,supervisor,coordinator}'::text[]),
  ('correct-person',            '{officer,supervisor,coordinator}'),
  ('amend-fact',                '{officer,supervisor,coordinator}'),
  ('oversee-work',              '{supervisor,coordinator}'),
  ('triage-person',             '{officer,supervisor}'),
  ('override-decision',         '{officer,supervisor}'),
  ('judge-as-sergeant',         '{supervisor}'),
  ('offer-scheme',              '{officer,supervisor}'),
  ('record-answer',             '{officer,supervisor}'),
  ('record-agreement',          '{officer,supervisor}'),
  ('refer-person',              '{officer,supervisor,coordinator}'),
  ('propose-variation',         '{coordinator}'),
  ('approve-variation',         '{supervisor}'),
  ('record-breach',             '{coordinator}'),
  ('end-activity',              '{provider,coordinator}'),
  ('record-outcome',            '{coordinator}'),
  ('return-for-prosecution',    '{supervisor,coordinator}'),
  ('close-without-consequence', '{supervisor,coordinator}'),
  ('waive-consequence',         '{supervisor}'),
  ('withdraw-case',             '{coordinator}'),
  ('reopen-case',               '{supervisor}'),
  ('see-referrals',             '{provider}'),
  ('answer-referral',           '{provider}'),
  ('engage-person',             '{provider}'),
  ('complete-activity',         '{provider}'),
  ('see-treatment-records',     '{provider}'),
  ('write-treatment-records',   '{provider}'),
  ('see-evaluations',           '{evaluator}'),
  ('run-evaluations',           '{evaluator}'),
  ('share-evaluations',         '{evaluator}'),
  ('see-shared-evaluations',    '{board}'),
  ('see-colleagues',            '{officer,supervisor,coordinator,provider,evaluator,board}')
) listed ("right", roles), unnest(listed.roles) role;

-- The right that each event of a case is written under; the state machine (src/cases/domain/transitions.ts) asks for the
-- same. An event that is not listed can be written by nobody.
create table event_rights (
  event   text not null primary key,
  "right" text not null
);
insert into event_rights (event, "right") values
  ('person-triaged',           'triage-person'),
  ('decision-overridden',      'override-decision'),
  ('scheme-offered',           'offer-scheme'),
  ('offer-declined',           'record-answer'),
  ('offer-accepted',           'record-answer'),
  ('agreement-signed',         'record-agreement'),
  ('person-referred',          'refer-person'),
  ('referral-rejected',        'answer-referral'),
  ('referral-accepted',        'answer-referral'),
  ('contact-attempted',        'engage-person'),
  ('appointment-booked',       'engage-person'),
  ('appointment-moved',        'engage-person'),
  ('appointment-kept',         'engage-person'),
  ('appointment-late',         'engage-person'),
  ('appointment-missed',       'engage-person'),
  ('condition-varied',         'approve-variation'),
  ('breach-recorded',          'record-breach'),
  ('activity-completed',       'complete-activity'),
  ('activity-not-completed',   'end-activity'),
  ('outcome-recorded',         'record-outcome'),
  ('returned-for-prosecution', 'return-for-prosecution'),
  ('no-further-consequence',   'close-without-consequence'),
  ('case-withdrawn',           'withdraw-case'),
  ('case-reopened',            'reopen-case'),
  ('fact-amended',             'amend-fact');

-- These read the tables for everybody, who need no access to them. Policies call them as `(select acting_may('…'))`,
-- which PostgreSQL then works out once a query and not once a row.

create function acting_may(wanted text) returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from role_rights where role = acting_role() and "right" = wanted) $$;

-- Whether whoever asks is anybody at all: some things, such as an audit entry, go with whatever else one may do.
create function acting_may_something() returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from role_rights where role = acting_role()) $$;

create function acting_may_record(wanted_event text) returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from event_rights where event = wanted_event and acting_may("right")) $$;

-- Whether there is any event that whoever asks may write: what follows from events is kept by nobody else.
create function acting_may_record_something() returns boolean
language sql stable parallel safe security definer set search_path = public, pg_temp
as $$ select exists (select from event_rights where acting_may("right")) $$;

-- The force whose police are asking; null for everybody else, so that no policy lets one in by its force.
create or replace function acting_police_force() returns text language sql stable parallel safe
  as $$ select case when acting_may('see-cases') then acting_force() end $$;

-- Organisations and colleagues.
alter policy seen_by_all on organisations using ((select acting_may('see-colleagues')));
alter policy seen_by_colleagues on memberships
  using (organisation_id = (select acting_organisation()) and (select acting_may('see-colleagues')));
alter policy seen_by_colleagues on accounts
  using (
    (select acting_may('see-colleagues'))
    and exists (
      select from memberships
      where memberships.account_id = accounts.id and memberships.organisation_id = (select acting_organisation())
    )
  );

-- The audit record, and the chains that it and the cases are.
alter policy written_in_ones_own_name on audit_entries
  with check (
    account_id = (select acting_account())
    and organisation_id is not distinct from (select acting_organisation())
    and force is not distinct from (select acting_force())
    and role = (select acting_role())
    and (select acting_may_something())
  );
alter policy read_by_those_who_answer_for_it on audit_entries
  using (
    (account_id = (select acting_account()) and (select acting_may_something()))
    or (organisation_id = (select acting_organisation()) and (select acting_may('oversee-work')))
  );

create or replace function next_in_chain(in_kind text, in_chain text, out next_sequence bigint, out previous_hash text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if acting_role() is not null and not acting_may_something() then
    raise exception 'The role % has no rights', acting_role() using errcode = 'insufficient_privilege';
  end if;
  insert into chain_heads (kind, chain, sequence, hash) values (in_kind, in_chain, 0, repeat('0', 64))
    on conflict do nothing;
  select head.sequence + 1, head.hash into next_sequence, previous_hash
    from chain_heads head where head.kind = in_kind and head.chain = in_chain for update;
end $$;

-- Cases: the police's side.
alter policy opened_in_the_force on cases
  with check (
    (select acting_may('triage-person'))
    and force = (select acting_police_force())
    and organisation_id = (select acting_organisation())
    and opened_by = (select acting_account())
  );
alter policy corrected_in_the_force on cases
  using (force = (select acting_police_force()) and (select acting_may('correct-person')))
  with check (force = (select acting_police_force()) and (select acting_may('correct-person')));

alter policy written_by_the_force on case_events
  with check (
    force = (select acting_police_force())
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and acting_may_record(type)
  );

drop policy kept_by_the_force on case_progress;
create policy seen_by_the_force on case_progress for select to waymark_app
  using (force = (select acting_police_force()));
create policy added_in_the_force on case_progress for insert to waymark_app
  with check (force = (select acting_police_force()) and (select acting_may('triage-person')));
create policy moved_on_in_the_force on case_progress for update to waymark_app
  using (force = (select acting_police_force()) and (select acting_may_record_something()))
  with check (force = (select acting_police_force()));

drop policy kept_by_the_force on referrals;
create policy seen_by_the_force on referrals for select to waymark_app
  using (force = (select acting_police_force()));
create policy made_in_the_force on referrals for insert to waymark_app
  with check (force = (select acting_police_force()) and (select acting_may('refer-person')));
create policy moved_on_in_the_force on referrals for update to waymark_app
  using (
    force = (select acting_police_force())
    and ((select acting_may_record_something()) or (select acting_may('correct-person')))
  )
  with check (force = (select acting_police_force()));

alter policy kept_by_whoever_began_it on triage_drafts
  using (
    account_id = (select acting_account())
    and force = (select acting_police_force())
    and (select acting_may('triage-person'))
  )
  with check (
    account_id = (select acting_account())
    and force = (select acting_police_force())
    and organisation_id = (select acting_organisation())
    and (select acting_may('triage-person'))
  );

drop policy kept_by_the_force on condition_proposals;
create policy seen_by_the_force on condition_proposals for select to waymark_app
  using (force = (select acting_police_force()));
create policy made_in_the_force on condition_proposals for insert to waymark_app
  with check (force = (select acting_police_force()) and (select acting_may('propose-variation')));
create policy settled_in_the_force on condition_proposals for update to waymark_app
  using (force = (select acting_police_force()) and (select acting_may('approve-variation')))
  with check (force = (select acting_police_force()));

-- Cases: a provider's side.
alter policy written_by_the_provider on case_events
  with check (
    (select acting_may('see-referrals'))
    and acting_may_record(type)
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and type in (
      'referral-rejected', 'referral-accepted', 'contact-attempted', 'appointment-booked', 'appointment-moved',
      'appointment-kept', 'appointment-late', 'appointment-missed', 'activity-completed', 'activity-not-completed'
    )
    and exists (
      select from case_progress progress
      where progress.force = case_events.force and progress.case_id = case_events.case_id
        and progress.provider_organisation_id = (select acting_organisation())
        and progress.status in ('referred', 'engaging')
    )
  );
alter policy seen_by_the_provider on case_progress
  using ((select acting_may('see-referrals')) and provider_organisation_id = (select acting_organisation()));
alter policy moved_on_by_the_provider on case_progress
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging')
  );
alter policy seen_by_the_provider on referrals
  using ((select acting_may('see-referrals')) and organisation_id = (select acting_organisation()));
alter policy moved_on_by_the_provider on referrals
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging')
  );

-- Whoever does not see the whole case is held to the provider's side of it.
create or replace function hold_provider_to_its_side() returns trigger language plpgsql as $$
begin
  if acting_role() is not null and not acting_may('see-cases')
     and not provider_changes_only(to_jsonb(old), to_jsonb(new), tg_argv) then
    raise exception 'A provider may change only % in %', array_to_string(tg_argv, ', '), tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

alter policy read_by_the_provider on treatment_records
  using ((select acting_may('see-treatment-records')) and organisation_id = (select acting_organisation()));
alter policy written_by_the_provider on treatment_records
  with check (
    (select acting_may('write-treatment-records'))
    and organisation_id = (select acting_organisation())
    and account_id = (select acting_account())
    and exists (
      select from referrals
      where referrals.force = treatment_records.force and referrals.referral_id = treatment_records.referral_id
        and referrals.organisation_id = (select acting_organisation())
    )
  );

-- What both sides look up: no person is in it, and those who work on no case have no use for it.
alter table provider_services enable row level security;
alter table provider_services force row level security;
create policy seen_by_those_who_work_on_cases on provider_services for select to waymark_app
  using ((select acting_may('see-cases')) or (select acting_may('see-referrals')));
create policy kept_by_the_program on provider_services for all to waymark_system
  using ((select acting_purpose()) in ('manage-accounts', 'demonstration'))
  with check ((select acting_purpose()) in ('manage-accounts', 'demonstration'));

alter table scheme_versions enable row level security;
alter table scheme_versions force row level security;
create policy seen_by_those_who_work_on_cases on scheme_versions for select to waymark_app
  using ((select acting_may('see-cases')) or (select acting_may('see-referrals')));
create policy kept_with_decisions on scheme_versions for insert to waymark_app
  with check ((select acting_may('triage-person')) or (select acting_may('amend-fact')));

-- Evaluations. What is under way is carried on by those who run it; what was found may only be shared.
alter policy seen_by_those_who_evaluate on evaluations
  using ((select acting_may('see-evaluations')) and organisation_id = (select acting_organisation()));
alter policy begun_by_those_who_evaluate on evaluations
  with check (
    (select acting_may('run-evaluations'))
    and organisation_id = (select acting_organisation())
    and begun_by = (select acting_account())
    and state = 'queued'
  );
alter policy carried_on_by_those_who_evaluate on evaluations
  using (
    organisation_id = (select acting_organisation())
    and (
      ((select acting_may('run-evaluations')) and state in ('queued', 'running'))
      or ((select acting_may('share-evaluations')) and state = 'done')
    )
  )
  with check (
    organisation_id = (select acting_organisation())
    and (shared_with_boards_at is null or (select acting_may('share-evaluations')))
  );
alter policy read_for_the_view_of_boards on evaluations
  using ((select acting_may('see-shared-evaluations')) and state = 'done' and shared_with_boards_at is not null);
create or replace view evaluations_for_boards with (security_barrier) as
  select id, organisation_id, begun_at, finished_at, title, is_demonstration, shared_with_boards_at,
    results_for_board as results
  from evaluations
  where (select acting_may('see-shared-evaluations')) and state = 'done' and shared_with_boards_at is not null;
