-- A caller's records: the mark of all (empty if there is none), then id and value of each.
-- KEYS: the caller's index, the mark of all
-- ARGV: what the names of records begin with
local answer = { redis.call('GET', KEYS[2]) or '' }
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local value = redis.call('MGET', ARGV[1] .. id)[1]
  if value then
    answer[#answer + 1] = id
    answer[#answer + 1] = value
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return answer
