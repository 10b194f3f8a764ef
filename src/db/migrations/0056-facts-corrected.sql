-- Facts that are corrected, decisions that are taken again, verdicts that somebody confirms, attendance that is corrected and
-- appointments that are cancelled: who may write these events, and which of them cross to the provider.

insert into event_rights (event, "right") values
  ('birthday-corrected',      'correct-person'),
  ('decided-again',         'triage-person'),
  ('verdict-confirmed',     'override-decision'),
  ('attendance-corrected',  'engage-person'),
  ('appointment-cancelled', 'engage-person');

alter policy written_by_the_provider on case_events
  with check (
    (select acting_may('see-referrals'))
    and acting_may_record(type)
    and account_id = (select acting_account())
    and organisation_id = (select acting_organisation())
    and type in (
      'referral-rejected', 'referral-accepted', 'contact-attempted', 'appointment-booked', 'appointment-moved',
      'appointment-kept', 'appointment-late', 'appointment-missed', 'attendance-corrected', 'appointment-cancelled',
      'activity-completed', 'activity-not-completed'
    )
    and exists (
      select from case_progress progress
      where progress.force = case_events.force and progress.case_id = case_events.case_id
        and progress.provider_organisation_id = (select acting_organisation())
        and progress.status in ('referred', 'engaging')
    )
  );

-- The same view as before, with the two events of a provider's side more.
create or replace view provider_side_events with (security_barrier) as
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
        'appointment-kept', 'appointment-late', 'appointment-missed', 'attendance-corrected', 'appointment-cancelled',
        'condition-varied', 'breach-recorded', 'activity-completed', 'activity-not-completed'
      )
    );

-- Whether the police have the provider wait: a verdict has turned on which the referral rests. It says no more than that.
alter table referrals add column on_hold boolean not null default false;
grant update (on_hold) on referrals to waymark_app;

-- For the list of what was decided otherwise than the rules.
create index case_events_decided_otherwise on case_events (force, recorded_at desc)
  where type in ('decision-overridden', 'verdict-confirmed');
