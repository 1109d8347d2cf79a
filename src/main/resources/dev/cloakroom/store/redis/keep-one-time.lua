-- Keeps a record that can be used once, and no more than so many of its owner and purpose.
-- KEYS: the record, the owner's index
-- ARGV: value, milliseconds to keep it, member of the index, how many of its holder, how many of
-- all, what the names of records begin with
-- A member of the index is a purpose, a holder and an id; the scores are the order in which they
-- were kept. What is too many is deleted first: a full memory refuses no deletion, and refuses the
-- record before anything of it is written.
local function parts(member)
  return string.match(member, '^(%S+) (%S+) (%S+)$')
end

local function remove(member)
  local _, _, id = parts(member)
  redis.call('DEL', ARGV[6] .. id)
  redis.call('ZREM', KEYS[2], member)
end

local purpose, holder = parts(ARGV[3])
local all = {}
local ofHolder = 0
for _, member in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
  local itsPurpose, itsHolder, id = parts(member)
  if redis.call('EXISTS', ARGV[6] .. id) == 0 then
    redis.call('ZREM', KEYS[2], member)
  elseif itsPurpose == purpose then
    all[#all + 1] = member
    if itsHolder == holder then ofHolder = ofHolder + 1 end
  end
end

local tooMany = #all + 1 - tonumber(ARGV[5])
local tooManyOfHolder = ofHolder + 1 - tonumber(ARGV[4])
for _, member in ipairs(all) do
  local _, itsHolder = parts(member)
  if itsHolder == holder and tooManyOfHolder > 0 then
    remove(member)
    tooManyOfHolder = tooManyOfHolder - 1
    tooMany = tooMany - 1
  end
end
for _, member in ipairs(all) do
  if tooMany > 0 and redis.call('ZREM', KEYS[2], member) == 1 then
    local _, _, id = parts(member)
    redis.call('DEL', ARGV[6] .. id)
    tooMany = tooMany - 1
  end
end

local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
local place = last[2] and tonumber(last[2]) + 1 or 1
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('ZADD', KEYS[2], string.format('%.0f', place), ARGV[3])
if redis.call('PTTL', KEYS[2]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[2], ARGV[2])
end
return 1
