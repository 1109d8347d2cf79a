-- Counts an attempt under each of some keys, or under none if it has to wait by one of them.
-- Answers for how many milliseconds it has to wait; 0 if it was counted.
-- KEYS: the counters
-- ARGV: now, then for each counter: how many before a wait, window, first wait, longest wait
-- A counter is: how many, until when to wait, until when it counts, and until when without the last.
local now = tonumber(ARGV[1])
local counts, wait = {}, 0
for i, key in ipairs(KEYS) do
  local attempts, free, kept =
    string.match(redis.call('MGET', key)[1] or '', '^(%d+) (%d+) (%d+) %d+$')
  if attempts then
    wait = math.max(wait, tonumber(free) - now)
  end
  if attempts and tonumber(attempts) > 0 and tonumber(kept) > now then
    counts[i] = { tonumber(attempts), tonumber(kept) }
  else
    counts[i] = { 0, now + tonumber(ARGV[4 * i - 1]) }
  end
end
if wait > 0 then return wait end

for i, key in ipairs(KEYS) do
  local most, window = tonumber(ARGV[4 * i - 2]), tonumber(ARGV[4 * i - 1])
  local first, longest = tonumber(ARGV[4 * i]), tonumber(ARGV[4 * i + 1])
  local attempts, before, free = counts[i][1] + 1, counts[i][2], 0
  local kept = before
  if attempts >= most then
    free = now + math.min(longest, first * 2 ^ math.min(attempts - most, 30))
    kept = free + window
  end
  redis.call('SET', key, string.format('%.0f %.0f %.0f %.0f', attempts, free, kept, before),
    'PX', string.format('%.0f', math.max(1, kept - now)))
end
return 0
