-- A provider's side of a case is worked out from the log, as the case is: no copy of its events is kept any more. It
-- still can't read the log (docs/decisions/0008, 0024): a view shows it the events of its own side, and no others.

alter table referrals add column referred_sequence bigint;
alter table referrals add column agreement_signed_on text
  check (agreement_signed_on ~ '^\d{4}-\d{2}-\d{2}$');
alter table referrals add column contacted_before_at timestamptz;

-- Filled from what was copied. The owner of the tables is under row-level security too.
alter table referrals no force row level security;
alter table case_events no force row level security;
update referrals set
  referred_sequence = (
    select event.sequence from case_events event
    where event.force = referrals.force and event.case_id = referrals.case_id and event.type = 'person-referred'
      and event.data ->> 'referralId' = referrals.referral_id::text
  ),
  agreement_signed_on = opening #>> '{agreement,signedOn}',
  contacted_before_at = (opening ->> 'firstContactAt')::timestamptz;
alter table case_events force row level security;
alter table referrals force row level security;

-- A referral without its event in the log would have no side to work out: it stops here, before anything is dropped.
alter table referrals alter column referred_sequence set not null;
alter table referrals drop column opening;
-- Its column privilege goes with it.
alter table referrals drop column history;

-- The owner of the view reads the tables for it; the view says which rows.
create policy read_for_the_providers_side on case_events for select to current_user
  using ((select acting_may('see-referrals')) or force = (select acting_police_force()));
create policy read_for_the_providers_side on referrals for select to current_user
  using ((select acting_may('see-referrals')) or force = (select acting_police_force()));

-- The referral itself and what happened on this side since, up to where this side was carried on: a later referral of
-- the same case to somebody else is another side. The kinds are those of src/cases/domain/evolve-provider-side.ts.
create view provider_side_events with (security_barrier) as
  select referrals.referral_id, event.force, event.case_id, event.sequence, event.type, event.data, event.shape,
    event.recorded_at, event.author
  from referrals
  join case_events event on event.force = referrals.force and event.case_id = referrals.case_id
  where (
      ((select acting_may('see-referrals')) and referrals.organisation_id = (select acting_organisation()))
      or referrals.force = (select acting_police_force())
    )
    and event.sequence between referrals.referred_sequence and referrals.sequence
    and (
      (event.sequence = referrals.referred_sequence and event.type = 'person-referred')
      or event.type in (
        'referral-rejected', 'referral-accepted', 'contact-attempted', 'appointment-booked', 'appointment-moved',
        'appointment-kept', 'appointment-late', 'appointment-missed', 'condition-varied', 'breach-recorded',
        'activity-completed', 'activity-not-completed'
      )
    );
grant select on provider_side_events to waymark_app;
