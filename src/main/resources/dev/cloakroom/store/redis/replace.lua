-- Puts a record in the place of its predecessor. Never creates one.
-- KEYS: the record, the caller's index, the mark of all
-- ARGV: the predecessor's version, value, milliseconds to keep it, id, kept until, channel, what to
--       tell on it
local found = redis.call('MGET', KEYS[1], KEYS[3])
if not found[1] then return 0 end
local version, began = string.match(found[1], '^(%d+) (%d+) ')
if version ~= ARGV[1] then return 0 end
-- It was ended together with all others, and only nobody has written that into it yet.
if found[2] and tonumber(began) < tonumber(string.match(found[2], '^%d+')) then return 0 end

-- First what the user's rights may not allow, then what a full memory does not refuse: once a script
-- has written, Redis lets it go on. A record that changes takes no more room, and logging out must be
-- possible.
redis.call('PUBLISH', ARGV[6], ARGV[7])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
redis.call('ZADD', KEYS[2], 'XX', ARGV[5], ARGV[4])
local left = redis.call('PTTL', KEYS[2])
if left >= 0 and left < tonumber(ARGV[3]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return 1
