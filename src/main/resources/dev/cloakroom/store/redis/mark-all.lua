-- Notes that all sessions that began before a moment are over. From then on they are, whether or
-- not it is written into their records; the moment only ever grows.
-- KEYS: the mark of all
-- ARGV: moment, end, milliseconds to keep the mark
local known = redis.call('GET', KEYS[1])
if known and tonumber(string.match(known, '^%d+')) >= tonumber(ARGV[1]) then return 0 end
-- First what a full memory does not refuse: then Redis lets the script go on.
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return 1
