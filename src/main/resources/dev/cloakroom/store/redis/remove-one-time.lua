-- Removes a record that can be used once. Answers 1 if it was there.
-- KEYS: the record, the owner's index
-- ARGV: member of the index
local removed = redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return removed
