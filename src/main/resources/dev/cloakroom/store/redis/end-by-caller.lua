-- Ends a caller's live sessions, also those that began by a clock that is ahead, and notes the
-- moment, so that a login under way is refused. Answers id and value of each session it ended.
-- KEYS: the caller's index, the caller's mark, the mark of all
-- ARGV: moment, end, milliseconds to keep an ended record, milliseconds to keep the mark,
--       what the names of records begin with, kept until, now, channel
local moment = tonumber(ARGV[1])
-- First what a full memory does not refuse: then Redis lets the script go on.
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[7])
local mark = redis.call('GET', KEYS[2])
if not mark or tonumber(mark) < moment then mark = ARGV[1] end
redis.call('SET', KEYS[2], mark, 'PX', ARGV[4])

local all = redis.call('GET', KEYS[3])
local endedBefore = all and tonumber(string.match(all, '^%d+')) or 0
local answer = {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local key = ARGV[5] .. id
  local value = redis.call('MGET', key)[1]
  if not value then
    redis.call('ZREM', KEYS[1], id)
  else
    local version, began, expires, finish, body =
      string.match(value, '^(%d+) (%d+) (%d+) (%S+) ()')
    if finish == '-' and moment < tonumber(expires)
        and tonumber(began) >= endedBefore then
      local next = string.format('%.0f', tonumber(version) + 1)
      local over = next .. ' ' .. began .. ' ' .. expires .. ' ' .. ARGV[2] .. ' '
        .. string.sub(value, body)
      redis.call('PUBLISH', ARGV[8], id .. ' ' .. next)
      redis.call('SET', key, over, 'PX', ARGV[3])
      redis.call('ZADD', KEYS[1], ARGV[6], id)
      answer[#answer + 1] = id
      answer[#answer + 1] = over
    end
  end
end
return answer
