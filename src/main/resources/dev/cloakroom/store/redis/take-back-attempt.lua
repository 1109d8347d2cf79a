-- Takes an attempt back that was counted and has not failed. Nobody has to wait for it.
-- KEYS: the counters
for _, key in ipairs(KEYS) do
  local attempts, before =
    string.match(redis.call('MGET', key)[1] or '', '^(%d+) %d+ %d+ (%d+)$')
  if attempts then
    local left = math.max(0, tonumber(attempts) - 1)
    redis.call('SET', key, string.format('%.0f 0 %s %s', left, before, before), 'KEEPTTL')
  end
end
return 1
