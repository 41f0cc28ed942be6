-- The prison's recovery key, public half: what terminals seal the keys of their journals to. The newest is the one in use;
-- older ones stay, for the journals that were sealed to them.
create table recovery_keys (
  key_id text primary key,
  public_key text not null,
  made_at timestamptz not null
);
