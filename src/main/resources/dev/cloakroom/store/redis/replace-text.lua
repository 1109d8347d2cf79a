-- Puts a text in the place of another that must be there.
-- KEYS: the text
-- ARGV: what is there, empty for nothing; what to put there
local found = redis.call('GET', KEYS[1])
if (found or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
