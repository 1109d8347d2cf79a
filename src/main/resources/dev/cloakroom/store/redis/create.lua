-- Keeps a new record, unless its login began before an end of its caller's sessions or of all.
-- KEYS: the record, the caller's index, the caller's mark, the mark of all
-- ARGV: value, milliseconds to keep it, began, id, kept until, now, channel, what to tell on it
local began = tonumber(ARGV[3])
local marks = redis.call('MGET', KEYS[3], KEYS[4])
if marks[1] and began <= tonumber(marks[1]) then return 0 end
if marks[2] and began < tonumber(string.match(marks[2], '^%d+')) then return 0 end
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end

-- First what may be refused, by rights and by a full memory: once a script has written, Redis lets
-- it go on.
redis.call('PUBLISH', ARGV[7], ARGV[8])
redis.call('ZADD', KEYS[2], ARGV[5], ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', ARGV[6])
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
