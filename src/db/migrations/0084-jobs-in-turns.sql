-- Of several organisations' jobs each comes in its turn: the first of one goes before the second of another, however
-- many that one has added before. What is taken first has the highest priority, and of the same the oldest goes first.

create or replace function jobs.enqueue(kind text, data jsonb, options jsonb, of_group text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  added uuid;
begin
  if public.acting_role() is not null and not public.acting_may_something() then
    raise exception 'The role % has no rights', public.acting_role() using errcode = 'insufficient_privilege';
  end if;
  if options ->> 'deadLetter' is not null then
    perform jobs.create_queue(options ->> 'deadLetter', '{"policy": "standard"}');
  end if;
  perform jobs.create_queue(kind, options);
  insert into jobs.job (name, data, group_id, priority, keep_until, expire_seconds, deletion_seconds, retry_limit,
    retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
  select queue.name, enqueue.data, of_group,
    -(select count(*) from jobs.job before
      where before.name = kind and before.group_id = of_group and before.state < 'completed'),
    now() + queue.retention_seconds * interval '1s', queue.expire_seconds,
    queue.deletion_seconds, queue.retry_limit, queue.retry_delay, queue.retry_backoff, queue.retry_delay_max, queue.policy,
    queue.dead_letter, queue.heartbeat_seconds
  from jobs.queue where queue.name = kind
  returning id into added;
  return added;
end $$;
