-- Removes an owner's records that can be used once. Answers how many there were that still could.
-- KEYS: the owner's index
-- ARGV: purpose, or nothing for all; now; what the names of records begin with
local removed = 0
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local purpose, _, id = string.match(member, '^(%S+) (%S+) (%S+)$')
  if ARGV[1] == '' or purpose == ARGV[1] then
    local key = ARGV[3] .. id
    local kept = string.match(redis.call('MGET', key)[1] or '', '^%S+ %S+ %S+ (%d+) ')
    if kept and tonumber(kept) > tonumber(ARGV[2]) then removed = removed + 1 end
    redis.call('DEL', key)
    redis.call('ZREM', KEYS[1], member)
  end
end
return removed
