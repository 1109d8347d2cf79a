-- Notes that all under a key is over that was issued at or before a moment, and tells of it. Of
-- several notes the latest moment counts, for as long as the last of them is kept.
-- KEYS: the note
-- ARGV: moment, milliseconds to keep it, channel, what to tell there
local known = redis.call('GET', KEYS[1])
local moment = ARGV[1]
if known and tonumber(known) > tonumber(moment) then moment = known end
local left = redis.call('PTTL', KEYS[1])
redis.call('SET', KEYS[1], moment, 'PX', string.format('%.0f', math.max(left, tonumber(ARGV[2]))))
redis.call('PUBLISH', ARGV[3], ARGV[4])
return 1
