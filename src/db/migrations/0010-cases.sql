-- Cases: the log of each (append-only, chained), what stands beside it, and what lists read. Every table with a person's
-- data is keyed by force first and carries the organisation that owns it. src/cases/store/ reads and writes them.
--
-- Two sides: the police of the force see all of it; a provider sees the referrals made to its organisation and writes
-- the events of its own side without being able to read the log (docs/decisions/).

-- The documents that decisions were made by, under the hash of their content. No person is in them.
create table scheme_versions (
  version   text  primary key check (version ~ '^[0-9a-f]{64}$'),
  scheme_id text  not null,
  document  jsonb not null
);
create trigger scheme_versions_are_kept before update or delete or truncate on scheme_versions
  for each statement execute function deny_change();
grant select, insert on scheme_versions to waymark_app;

create table cases (
  force            text        not null,
  case_id          uuid        not null,
  organisation_id  uuid        not null references organisations,
  reference        text        not null,
  opened_by        uuid        not null references accounts,
  opened_at        timestamptz not null,
  person_name      text        not null check (person_name <> ''),
  -- The same person in another case of the force: a hash of name and date of birth; null where no birthday is known.
  person_key       text,
  person           jsonb       not null,
  is_demonstration boolean     not null,
  primary key (force, case_id)
);
create index cases_by_case on cases (case_id);
create index cases_by_person on cases (force, person_key) where person_key is not null;
create index cases_by_opener on cases (force, opened_by);

-- Where each case stands, for lists: nothing about the person or the offence, so that a provider may move it on.
create table case_progress (
  force                    text        not null,
  case_id                  uuid        not null,
  organisation_id          uuid        not null references organisations,
  status                   text        not null,
  sequence                 bigint      not null,
  scheme_id                text,
  scheme_version           text,
  offer_accepted_at        timestamptz,
  first_contact_at         timestamptz,
  next_appointment_at      timestamptz,
  provider_organisation_id uuid        references organisations,
  provider_name            text,
  verdict_changed          boolean     not null,
  closed_how               text,
  outcome_type             text,
  updated_at               timestamptz not null,
  primary key (force, case_id),
  foreign key (force, case_id) references cases
);
create index case_progress_by_status on case_progress (force, status, updated_at desc);
create index case_progress_by_provider on case_progress (provider_organisation_id) where provider_organisation_id is not null;

create table case_events (
  force           text        not null,
  case_id         uuid        not null,
  sequence        bigint      not null check (sequence >= 1),
  type            text        not null,
  data            jsonb       not null,
  recorded_at     timestamptz not null,
  account_id      uuid        not null,
  organisation_id uuid        not null,
  author          jsonb       not null,
  previous_hash   text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (force, case_id, sequence),
  foreign key (force, case_id) references cases
);
create index case_events_by_case on case_events (case_id, sequence);

create trigger case_events_extend_chain before insert on case_events
  for each row execute function extend_chain('case', 'case_id');
create trigger case_events_are_kept before update or delete or truncate on case_events
  for each statement execute function deny_change();

-- The hand-over to a provider: all that crosses to it, and what has happened on its side since.
create table referrals (
  force             text        not null,
  referral_id       uuid        not null,
  case_id           uuid        not null,
  organisation_id   uuid        not null references organisations,
  reference         text        not null,
  scheme_version    text        not null,
  offer_accepted_at timestamptz not null,
  referred_at       timestamptz not null,
  status            text        not null,
  sequence          bigint      not null,
  hand_over         jsonb,
  opening           jsonb       not null,
  history           jsonb       not null,
  is_demonstration  boolean     not null,
  primary key (force, referral_id),
  foreign key (force, case_id) references cases
);
create index referrals_by_provider on referrals (organisation_id, status, referred_at);
create index referrals_by_case on referrals (case_id, referred_at);

create table triage_drafts (
  force            text        not null,
  draft_id         uuid        not null,
  organisation_id  uuid        not null references organisations,
  account_id       uuid        not null references accounts,
  started_at       timestamptz not null,
  updated_at       timestamptz not null,
  person           jsonb,
  offence          jsonb       not null,
  facts            jsonb       not null,
  answered         jsonb       not null,
  finished_as      uuid,
  is_demonstration boolean     not null,
  primary key (force, draft_id)
);
create index triage_drafts_by_account on triage_drafts (account_id, updated_at desc);

-- Changes of a condition that a coordinator asked for, until a supervisor has approved or declined them.
create table condition_proposals (
  force           text        not null,
  proposal_id     uuid        not null,
  case_id         uuid        not null,
  organisation_id uuid        not null references organisations,
  condition_id    text        not null,
  to_words        text        not null,
  reason          text        not null,
  proposed_by     jsonb       not null,
  proposed_at     timestamptz not null,
  settled_at      timestamptz,
  settled_by      uuid,
  approved        boolean,
  primary key (force, proposal_id),
  foreign key (force, case_id) references cases
);
create index condition_proposals_by_case on condition_proposals (case_id) where settled_at is null;

alter table cases enable row level security;
alter table cases force row level security;
alter table case_progress enable row level security;
alter table case_progress force row level security;
alter table case_events enable row level security;
alter table case_events force row level security;
alter table referrals enable row level security;
alter table referrals force row level security;
alter table triage_drafts enable row level security;
alter table triage_drafts force row level security;
alter table condition_proposals enable row level security;
alter table condition_proposals force row level security;

-- The force whose police are asking; null for a provider, so that no policy below lets one in by its force.
create function acting_police_force() returns text language sql stable parallel safe
  as $$ select case when acting_role() in ('officer', 'supervisor', 'coordinator') then acting_force() end $$;

grant select, insert, update (person_name, person_key, person) on cases to waymark_app;
create policy seen_by_the_force on cases for select to waymark_app using (force = (select acting_police_force()));
create policy opened_in_the_force on cases for insert to waymark_app
  with check (
    force = (select acting_police_force())
    and organisation_id = (select acting_organisation())
    and opened_by = (select acting_account())
  );
create policy corrected_in_the_force on cases for update to waymark_app
  using (force = (select acting_police_force())) with check (force = (select acting_police_force()));

grant select, insert on case_events to waymark_app;
create policy read_by_the_force on case_events for select to waymark_app using (force = (select acting_police_force()));
create policy written_by_the_force on case_events for insert to waymark_app
  with check (
    force = (select acting_police_force())
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
  );
-- A provider adds to a log it can't read: only to a case that is with it now, and only what its side is made of.
create policy written_by_the_provider on case_events for insert to waymark_app
  with check (
    (select acting_role()) = 'provider'
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

grant select on case_events to waymark_system;
create policy read_to_verify on case_events for select to waymark_system
  using ((select acting_purpose()) = 'verify-audit');

grant select, insert, update on case_progress to waymark_app;
create policy kept_by_the_force on case_progress for all to waymark_app
  using (force = (select acting_police_force())) with check (force = (select acting_police_force()));
create policy seen_by_the_provider on case_progress for select to waymark_app
  using ((select acting_role()) = 'provider' and provider_organisation_id = (select acting_organisation()));
create policy moved_on_by_the_provider on case_progress for update to waymark_app
  using (
    (select acting_role()) = 'provider'
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging')
  )
  with check (
    provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed')
  );

grant select, insert, update (status, sequence, hand_over, history) on referrals to waymark_app;
create policy kept_by_the_force on referrals for all to waymark_app
  using (force = (select acting_police_force())) with check (force = (select acting_police_force()));
create policy seen_by_the_provider on referrals for select to waymark_app
  using ((select acting_role()) = 'provider' and organisation_id = (select acting_organisation()));
create policy moved_on_by_the_provider on referrals for update to waymark_app
  using (
    (select acting_role()) = 'provider'
    and organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging')
  )
  with check (
    organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed')
  );

-- What a provider may change in the rows it moves on: how far its side has come. The rest is the police's.
create function provider_changes_only(old_row jsonb, new_row jsonb, allowed text[]) returns boolean
language sql immutable parallel safe as $$ select old_row - allowed = new_row - allowed $$;

create function hold_provider_to_its_side() returns trigger language plpgsql as $$
begin
  if acting_role() = 'provider' and not provider_changes_only(to_jsonb(old), to_jsonb(new), tg_argv) then
    raise exception 'A provider may change only % in %', array_to_string(tg_argv, ', '), tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger case_progress_holds_providers before update on case_progress for each row
  execute function hold_provider_to_its_side('status', 'sequence', 'first_contact_at', 'next_appointment_at', 'updated_at');
create trigger referrals_hold_providers before update on referrals for each row when (new.hand_over is not null)
  execute function hold_provider_to_its_side('status', 'sequence', 'history');
create trigger referrals_hold_rejecting_providers before update on referrals for each row when (new.hand_over is null)
  execute function hold_provider_to_its_side('status', 'sequence', 'history', 'hand_over');

grant select, insert, update, delete on triage_drafts to waymark_app;
create policy kept_by_whoever_began_it on triage_drafts for all to waymark_app
  using (account_id = (select acting_account()) and force = (select acting_police_force()))
  with check (
    account_id = (select acting_account())
    and force = (select acting_police_force())
    and organisation_id = (select acting_organisation())
  );

grant select, insert, update (settled_at, settled_by, approved) on condition_proposals to waymark_app;
create policy kept_by_the_force on condition_proposals for all to waymark_app
  using (force = (select acting_police_force())) with check (force = (select acting_police_force()));
