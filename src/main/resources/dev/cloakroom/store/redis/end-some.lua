-- Writes into some records that they are over, where they are live and began before a moment.
-- Answers id and value of each session it ended.
-- KEYS: the records
-- ARGV: moment, when they end, end, milliseconds to keep an ended record,
--       what the names of records begin with, channel
local moment, at = tonumber(ARGV[1]), tonumber(ARGV[2])
local answer = {}
for _, key in ipairs(KEYS) do
  local value = redis.call('MGET', key)[1]
  local version, began, expires, finish, body =
    string.match(value or '', '^(%d+) (%d+) (%d+) (%S+) ()')
  if finish == '-' and tonumber(began) < moment and at < tonumber(expires) then
    local id = string.sub(key, #ARGV[5] + 1)
    local next = string.format('%.0f', tonumber(version) + 1)
    local over = next .. ' ' .. began .. ' ' .. expires .. ' ' .. ARGV[3] .. ' '
      .. string.sub(value, body)
    -- First what a full memory does not refuse: then Redis lets the script go on.
    redis.call('PEXPIRE', key, ARGV[4])
    redis.call('PUBLISH', ARGV[6], id .. ' ' .. next)
    redis.call('SET', key, over, 'PX', ARGV[4])
    answer[#answer + 1] = id
    answer[#answer + 1] = over
  end
end
return answer
