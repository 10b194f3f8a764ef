-- A provider's view ends with its part (docs/decisions/0041). Its part ends when it rejects the referral, when the activity
-- is completed or ended, by whomever, and when the case closes. What others record after that does not reach it; what it
-- corrects itself afterwards does, until the case is closed.

-- The events of a provider's side: after the end of its part its own alone. What the police say in words of the end stays
-- with them.
create or replace view provider_side_events with (security_barrier) as
  select referrals.referral_id, event.force, event.case_id, event.sequence, event.type,
    crossed_data(event.type, event.shape, event.data, written_by_police(event.author)) || case
      when event.type = 'activity-not-completed' and written_by_police(event.author)
        and not (select acting_may('see-cases')) then '{"words": ""}'::jsonb
      else '{}'
    end as data,
    crossed_shape(event.type, event.shape) as shape,
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
    )
    and (
      event.organisation_id = referrals.organisation_id
      or not exists (
        select from case_events ending
        where ending.force = event.force and ending.case_id = event.case_id
          and ending.sequence >= referrals.referred_sequence and ending.sequence < event.sequence
          and ending.type in ('referral-rejected', 'activity-completed', 'activity-not-completed')
      )
    );

-- How the case stands: a closed case is out of a provider's sight, and with it the outcome and how it was closed.
alter policy seen_by_the_provider on case_progress
  using (
    (select acting_may('see-referrals'))
    and provider_organisation_id = (select acting_organisation())
    and status in ('referred', 'engaging', 'sent-back', 'completed', 'not-completed')
  );

-- Nobody tells a provider anything once its part is over, but that the case is closed; and a referral that it rejected
-- stays as it was. While its part goes on again, as in a case that is reopened, it does learn what was corrected.
create function hold_what_a_provider_is_told() returns trigger language plpgsql as $$
begin
  if acting_role() is null or old.status in ('referred', 'engaging') or new.status in ('referred', 'engaging') then
    return new;
  end if;
  if new.hand_over is distinct from old.hand_over or new.on_hold is distinct from old.on_hold then
    raise exception 'A provider whose part is % is told nothing new', old.status using errcode = 'insufficient_privilege';
  end if;
  if old.status = 'sent-back' and (new.status, new.sequence) is distinct from (old.status, old.sequence) then
    raise exception 'A referral that was rejected stays as it was' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger referrals_hold_what_is_told before update on referrals
  for each row execute function hold_what_a_provider_is_told();

-- A provider's note goes with the event of its own side that it has just recorded, and none is added to a closed case.
alter policy written_by_the_provider on treatment_records
  with check (
    (select acting_may('write-treatment-records'))
    and organisation_id = (select acting_organisation())
    and account_id = (select acting_account())
    and exists (
      select from referrals
      where referrals.force = treatment_records.force and referrals.referral_id = treatment_records.referral_id
        and referrals.case_id = treatment_records.case_id
        and referrals.organisation_id = (select acting_organisation())
        and referrals.sequence = treatment_records.sequence
        and referrals.status <> 'closed'
    )
  );
