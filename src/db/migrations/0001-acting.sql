-- Who is asking, as row-level security reads it. src/db/as-actor.ts sets these for the length of one transaction.
-- Policies call them as `(select acting_force())`, which PostgreSQL then works out once a query and not once a row.

create function acting_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.account_id', true), '')::uuid $$;

create function acting_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.organisation_id', true), '')::uuid $$;

-- Null for a provider's people and for the program itself.
create function acting_force() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.force', true), '') $$;

-- officer, supervisor, coordinator, provider; null for the program itself.
create function acting_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.role', true), '') $$;

-- What the program does by itself (sign-in, read-session, verify-audit, …); null for a person.
create function acting_purpose() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('waymark.purpose', true), '') $$;

-- For a table that may only grow: a trigger `before update or delete or truncate … for each statement`.
create function deny_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %: its rows are a record and are never changed or removed', tg_op, tg_table_name
    using errcode = 'insufficient_privilege', hint = 'Write a new entry that corrects the old one.';
end $$;
