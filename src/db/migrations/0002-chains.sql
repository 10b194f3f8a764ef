-- Chains of hashed entries. An entry carries its place in the chain, the hash of the entry before it, and its own hash
-- (src/audit/domain/chain.ts). The head is kept beside the chain, so that cutting entries off its end is noticed too.

create table chain_heads (
  kind     text   not null,
  chain    text collate "C" not null,
  sequence bigint not null check (sequence >= 0),
  hash     text   not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (kind, chain)
);

-- Locks a chain for the rest of the transaction and says what the next entry must carry. Whoever appends to a chain
-- calls this first, and then reads what the entry depends on: nobody else can append in between.
create function next_in_chain(in_kind text, in_chain text, out next_sequence bigint, out previous_hash text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into chain_heads (kind, chain, sequence, hash) values (in_kind, in_chain, 0, repeat('0', 64))
    on conflict do nothing;
  select head.sequence + 1, head.hash into next_sequence, previous_hash
    from chain_heads head where head.kind = in_kind and head.chain = in_chain for update;
end $$;

-- Trigger `before insert … for each row execute function extend_chain('<kind>', '<column that names the chain>')`:
-- accepts only the entry that comes next, and moves the head on.
create function extend_chain() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_chain text := to_jsonb(new) ->> tg_argv[1];
  expected record;
begin
  select * into expected from next_in_chain(tg_argv[0], this_chain);
  if new.sequence <> expected.next_sequence or new.previous_hash <> expected.previous_hash then
    raise exception 'Chain % % has moved on: entry % was offered and entry % comes next',
      tg_argv[0], this_chain, new.sequence, expected.next_sequence using errcode = 'serialization_failure';
  end if;
  update chain_heads set sequence = new.sequence, hash = new.hash where kind = tg_argv[0] and chain = this_chain;
  return new;
end $$;

create function move_head_on() returns trigger language plpgsql as $$
begin
  if new.kind <> old.kind or new.chain <> old.chain or new.sequence <> old.sequence + 1 then
    raise exception 'The head of chain % % can only move on by one entry', old.kind, old.chain
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger chain_heads_move_on before update on chain_heads for each row execute function move_head_on();
create trigger chain_heads_are_kept before delete or truncate on chain_heads for each statement execute function deny_change();

revoke all on function next_in_chain(text, text) from public;
grant execute on function next_in_chain(text, text) to waymark_app, waymark_system;
grant select on chain_heads to waymark_system;
