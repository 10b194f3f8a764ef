-- Services publish what they are, when they are held and how many each time takes; the police book a person on one
-- (docs/decisions/0053). No more are booked than a time takes, whoever books and however many at once: the database counts.

select set_config('waymark.purpose', 'migration', true);

insert into role_rights (role, "right") values ('provider', 'publish-services');
insert into event_rights (event, "right") values ('place-booked', 'refer-person');

-- What a service says of itself. No person is in it.
create table service_particulars (
  service_id      uuid        primary key references provider_services,
  organisation_id uuid        not null references organisations,
  force           text        not null,
  kind            text        not null check (kind in ('course', 'one-to-one', 'navigator', 'residential')),
  mode            text        not null check (mode in ('in-person', 'online', 'telephone')),
  place           text        not null check (place <> ''),
  council         text        check (council ~ '^[A-Z][0-9]{8}$'),
  -- The councils whose residents it takes; none: the whole force's.
  takes_from      text[]      not null default '{}',
  youngest        integer     check (youngest between 0 and 120),
  oldest          integer     check (oldest between 0 and 120),
  languages       text[]      not null check (cardinality(languages) > 0),
  step_free       boolean,
  updated_at      timestamptz not null,
  account_id      uuid        not null,
  check (youngest is null or oldest is null or youngest <= oldest)
);

-- `taken` is counted by the triggers of place_bookings, and by nobody else.
create table service_times (
  time_id         uuid        primary key,
  service_id      uuid        not null references provider_services,
  organisation_id uuid        not null references organisations,
  force           text        not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  takes           integer     not null check (takes between 1 and 500),
  taken           integer     not null default 0,
  published_at    timestamptz not null,
  account_id      uuid        not null,
  unique (service_id, starts_at),
  check (ends_at > starts_at),
  constraint no_more_than_it_takes check (taken between 0 and takes)
);
create index service_times_to_come on service_times (force, starts_at);

-- The days in London on which a service is closed.
create table service_closures (
  service_id      uuid        not null references provider_services,
  closed_on       date        not null,
  organisation_id uuid        not null references organisations,
  force           text        not null,
  reason          text        not null check (reason <> ''),
  closed_at       timestamptz not null,
  account_id      uuid        not null,
  primary key (service_id, closed_on)
);

-- A place taken by an appointment of a referral. It is freed once, and stays then as it was.
create table place_bookings (
  force           text        not null,
  appointment_id  uuid        not null,
  time_id         uuid        not null references service_times,
  organisation_id uuid        not null references organisations,
  case_id         uuid        not null,
  referral_id     uuid        not null,
  booked_at       timestamptz not null,
  freed_at        timestamptz,
  primary key (force, appointment_id),
  foreign key (force, referral_id) references referrals
);
create index place_bookings_by_time on place_bookings (time_id);
create index place_bookings_by_case on place_bookings (force, case_id);

-- A booking of a time that has no place left, or is of a day that is closed, puts nothing in: whoever books sees that no
-- row was added. The row of the time is locked until the booking is committed, so that two never take the same place.
create function take_place() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update service_times set taken = taken + 1
  where time_id = new.time_id and organisation_id = new.organisation_id and force = new.force and taken < takes
    and not exists (
      select from service_closures closure
      where closure.service_id = service_times.service_id
        and closure.closed_on = (service_times.starts_at at time zone 'Europe/London')::date
    );
  return case when found then new end;
end $$;
create trigger place_is_taken before insert on place_bookings for each row execute function take_place();

create function free_place() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.freed_at is not null or new.freed_at is null then
    raise exception 'A place is freed once' using errcode = 'check_violation';
  end if;
  update service_times set taken = taken - 1 where time_id = new.time_id;
  return null;
end $$;
create trigger place_is_freed after update on place_bookings for each row execute function free_place();

-- The bookings of the actor's own case or referral on a time are seen by row-level security alone; how many there are
-- stands in the time. Nobody but the provider learns who else is booked there.

do $$
declare
  one text;
begin
  foreach one in array array['service_particulars', 'service_times', 'service_closures', 'place_bookings'] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy read_to_back_up on %I for select to current_user
      using ((select acting_purpose()) = ''back-up'')', one);
  end loop;
  foreach one in array array['service_particulars', 'service_times', 'service_closures'] loop
    execute format('create policy seen_in_the_force on %I for select to waymark_app
      using (force = (select acting_police_force()))', one);
    execute format('create policy seen_by_the_provider on %I for select to waymark_app
      using ((select acting_may(''see-referrals'')) and organisation_id = (select acting_organisation()))', one);
    execute format('create policy published_by_the_provider on %I for insert to waymark_app
      with check (
        (select acting_may(''publish-services''))
        and organisation_id = (select acting_organisation())
        and account_id = (select acting_account())
        and exists (
          select from provider_services service
          where service.service_id = %1$I.service_id and service.organisation_id = %1$I.organisation_id
            and service.force = %1$I.force
        )
      )', one);
    execute format('create policy read_by_triggers on %I for select to current_user using (true)', one);
  end loop;
end $$;

grant select, insert on service_particulars to waymark_app;
grant update (kind, mode, place, council, takes_from, youngest, oldest, languages, step_free, updated_at, account_id)
  on service_particulars to waymark_app;
create policy changed_by_the_provider on service_particulars for update to waymark_app
  using ((select acting_may('publish-services')) and organisation_id = (select acting_organisation()))
  with check (organisation_id = (select acting_organisation()) and account_id = (select acting_account()));

grant select, insert (time_id, service_id, organisation_id, force, starts_at, ends_at, takes, published_at, account_id)
  on service_times to waymark_app;
create policy counted_by_triggers on service_times for update to current_user using (true);

grant select, insert, delete on service_closures to waymark_app;
create policy opened_again_by_the_provider on service_closures for delete to waymark_app
  using ((select acting_may('publish-services')) and organisation_id = (select acting_organisation()));

grant select, insert (force, appointment_id, time_id, organisation_id, case_id, referral_id, booked_at), update (freed_at)
  on place_bookings to waymark_app;
create policy seen_in_the_force on place_bookings for select to waymark_app
  using (force = (select acting_police_force()));
create policy booked_in_the_force on place_bookings for insert to waymark_app
  with check (
    force = (select acting_police_force())
    and (select acting_may('refer-person'))
    and exists (
      select from referrals
      where referrals.force = place_bookings.force and referrals.referral_id = place_bookings.referral_id
        and referrals.case_id = place_bookings.case_id and referrals.organisation_id = place_bookings.organisation_id
    )
  );
create policy freed_in_the_force on place_bookings for update to waymark_app
  using (force = (select acting_police_force()) and (select acting_may_record_something()))
  with check (force = (select acting_police_force()));
create policy seen_by_the_provider on place_bookings for select to waymark_app
  using ((select acting_may('see-referrals')) and organisation_id = (select acting_organisation()));
create policy booked_by_the_provider on place_bookings for insert to waymark_app
  with check (
    (select acting_may('engage-person'))
    and organisation_id = (select acting_organisation())
    and exists (
      select from referrals
      where referrals.force = place_bookings.force and referrals.referral_id = place_bookings.referral_id
        and referrals.case_id = place_bookings.case_id and referrals.organisation_id = (select acting_organisation())
    )
  );
create policy freed_by_the_provider on place_bookings for update to waymark_app
  using (
    (select acting_may('see-referrals'))
    and (select acting_may_record_something())
    and organisation_id = (select acting_organisation())
  )
  with check (organisation_id = (select acting_organisation()));

-- What the provider's side is made of has one kind of event more: a place that the police booked.
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
        'place-booked',
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

-- A booking is of a person, and what a service says of itself decides whom the police send there: both are recorded.
create or replace function recorded_tables() returns table (name text, key text[]) language sql immutable as $$
  values
    ('cases', '{force,case_id}'::text[]),
    ('case_progress', '{force,case_id}'),
    ('referrals', '{force,referral_id}'),
    ('condition_proposals', '{force,proposal_id}'),
    ('treatment_records', '{force,record_id}'),
    ('organisations', '{id}'),
    ('accounts', '{id}'),
    ('memberships', '{id}'),
    ('roles', '{role}'),
    ('role_rights', '{role,right}'),
    ('event_rights', '{event}'),
    ('provider_services', '{service_id}'),
    ('triage_drafts', '{force,draft_id}'),
    ('evaluations', '{id}'),
    ('service_particulars', '{service_id}'),
    ('place_bookings', '{force,appointment_id}')
$$;
do $$
declare
  one record;
begin
  for one in select * from recorded_tables() where name in ('service_particulars', 'place_bookings') loop
    execute format('create policy read_to_verify_by_function on %I for select to current_user
      using ((select acting_purpose()) = ''verify-audit'')', one.name);
    execute format('create trigger %I after insert or update or delete on %I for each row execute function record_row(%s)',
      one.name || '_are_recorded', one.name,
      (select string_agg(quote_literal(part), ', ') from unnest(one.key) part));
  end loop;
end $$;
