# A backend with a maker who has something to show: for the benchmarks of the public page, and for looking at it.
# Sourced after lib.sh.
# shellcheck shell=bash

# start_backend PROGRAM FOLDER ARGUMENTS...: a backend with a database of its own; its address is in `backend`, its process
# in `backend_id`.
start_backend() {
  local program=$1 folder=$2
  shift 2
  "$program" --listen 127.0.0.1:0 --database "sqlite:$folder/server.db" "$@" \
    >"$folder/backend.json" 2>"$folder/backend.log" &
  backend_id=$!
  started+=("$backend_id")
  wait_until 20 "the backend" test -s "$folder/backend.json"
  backend=$(jq -r .backend "$folder/backend.json")
}

# asked PATH CURL ARGUMENTS...: an answer of the backend.
asked() {
  local path=$1
  shift
  curl -fsS --retry 3 --retry-delay 1 "$backend$path" -H 'content-type: application/json' "$@"
}

# sign_up NAME CURL ARGUMENTS...: an account with a device and a workspace; `token` and `workspace` are theirs.
sign_up() {
  local name=$1 secret
  shift
  secret=$(asked /v1/accounts "$@" -d "$(jq -n --arg name "$name" '{ email: "\($name)@shop.example", name: $name,
    password: "a long enough word", device: { name: "Bench", platform: "Linux", app_version: "0" } }')" | jq -r .refresh_secret)
  token=$(asked /v1/auth/token "$@" -d "{\"refresh_secret\":\"$secret\"}" | jq -r .access_token)
  workspace=$(cat /proc/sys/kernel/random/uuid)
  asked /v1/workspaces "$@" -H "authorization: Bearer $token" -d "{\"id\":\"$workspace\",\"name\":\"Clay\"}" -o /dev/null
}

# push FILTER: what the jq filter makes, as edits of new rows of the workspace. The filter may use op(TABLE; ID; FIELDS),
# id(TABLE NUMBER; NUMBER), and `start`, the moment of the first row.
push() {
  local result
  result=$(jq -n --arg workspace "$workspace" '
    def digits($n): ("000000000000" + ($n | tostring))[-12:];
    def id($table; $n): "0199\($table)000-0000-7000-8000-\(digits($n))";
    def start: 1757000000000;
    def op($table; $row; $fields): { id: ("0198" + $row[4:]), at: start,
      rows: [{ t: $table, row: $row, f: ($fields | map_values({ v: ., rev: 0 })) }] };
    def day($n): start + $n * 86400000;
    { now: start, seen: ("0" * 48), schema: 1, ops: ('"$1"') }' |
    asked "/v1/t/$workspace/sync/push" -H "authorization: Bearer $token" -d @-)
  jq -e 'all(.results[]; .outcome == "applied")' <<<"$result" >/dev/null || die "the backend refused: $result"
}

# fill_shop: a maker with 20 services, 8 links, 50 posts and 200 videos.
fill_shop() {
  push '[op("makers"; $workspace; { name: "Amina Boateng", country: "GH", created_at: start, updated_at: start,
    bio: "Wheel-thrown stoneware from a small yard in Accra. I dig some of my own clay, fire with sawdust, and film most of what goes wrong.\n\nOrders take about three weeks. Ask me anything." })]'
  push '[range(20) | . as $n | op("services"; id(1; $n); { price: (12.5 + $n * 7), currency: "GHS",
    type: ["ARTISAN", "ARTISAN", "AGENT", "DRIVER"][$n % 4], position: "a\(100 + $n)", hidden: false, created_at: day($n), updated_at: day($n),
    title: (["Cups to order", "Glaze workshop for two", "Selling your pots at the Saturday market", "Delivery in Accra, packed by hand"][$n % 4]),
    description: (["A set of four, in the glaze you choose.", "Two hours at the wheel and one at the buckets. Clay, tools and firing are included; bring clothes you do not love.", "I take your work along, show it well, and bring back what is not sold.", null][$n % 4]) })]'
  push '[range(8) | . as $n | op("social_links"; id(2; $n); { platform: (["Instagram", "YouTube", "TikTok", "Shop", "Newsletter", "Maps", "Mastodon", "Press"][$n]),
    url: "https://\(["instagram.com/aminaclay", "www.youtube.com/@aminaclay", "www.tiktok.com/@aminaclay", "clay.example/shop", "letters.example/amina", "maps.example/accra", "social.example/@amina", "paper.example/kilns"][$n])",
    position: "a\($n)", created_at: start, updated_at: start })]'
  push '[range(50) | . as $n | op("posts"; id(3; $n); { created_at: day($n), updated_at: day($n), content: ([
    "The kiln is at 1,100 degrees and the yard smells of rain.",
    "Three bowls cracked. I have kept the shards: ground up they make the next clay stronger.\n\nPhotographs on Sunday, when the light is good.",
    "New glaze from the ash of the neighbour'"'"'s mango tree. It runs more than I thought and pools green at the foot. I like it very much, and it will never come out the same twice.",
    "Somebody asked how long a cup takes. Two minutes on the wheel, a day to stiffen, five minutes to trim, a minute for the handle if it goes well and an afternoon if it does not, three days to dry, eight hours in the first fire and a night to cool, a dip in the glaze, eleven hours in the second fire and a day to cool again. Then I look at it for a week before it may leave. So: about three weeks, or two minutes, depending on what you want to know."][$n % 4]) })]'
  # One, two, three and four pictures, by names that nobody has stored.
  push '[range(20) as $n | range($n % 5) as $m | op("post_media"; id(5; $n * 10 + $m); { post_id: id(3; 49 - $n), image: ("ab" * 30 + digits($n * 10 + $m)[-4:]),
    content_type: "image/jpeg", alt: "A bowl on a plank, glazed in green", position: "a\($m)", created_at: start })]'
  local half
  for half in 0 100; do
    push '[range('"$half"'; '"$half"' + 100) | . as $n | op("videos"; id(4; $n); { created_at: day($n), updated_at: day($n),
      title: (["Throwing a moon jar in one go", "Why I stopped using cones", "Sawdust firing, start to finish", "A handle in sixty seconds", "What the ash does: twelve tests of a mango glaze"][$n % 5]),
      description: (if $n % 3 == 0 then "Filmed in the yard on a Tuesday. Tools and glaze recipe are in the comments." else null end),
      url: "https://\(if $n % 3 == 1 then "www.tiktok.com/@aminaclay/video/\($n)" else "youtu.be/\($n)" end)", duration: (47.5 + $n * 13),
      platform: (if $n % 3 == 1 then "TIKTOK" else "YOUTUBE" end), type: ["LONG", "SHORT", "DEMO"][$n % 3] })]'
  done
}

# fill_odd_shop: a maker who writes from right to left, at length, in no words at all, and in whatever breaks a page.
fill_odd_shop() {
  push '[op("makers"; $workspace; { name: "ورشة الخزف في القاهرة القديمة", country: "EG", created_at: start, updated_at: start,
    bio: ("نصنع الأكواب والأطباق يدوياً، ونطلقها في أفران صغيرة خلف السوق. \u202eabc\u202c " * 20) })]'
  push '[range(4) | . as $n | op("services"; id(1; $n); { position: "a\($n)", created_at: start, updated_at: start,
    price: [0, 1234567.89, 99999999999, 1][$n], currency: ["EGP", "JPY", ("X" * 40), ""][$n], type: ["ARTISAN", "GARDENER", "DRIVER", ""][$n],
    title: ["كوب بمقبض", ("Donaudampfschifffahrtsgesellschaftskapitän" * 12), ("Z̷̢̛̭͓͔a̸̡͚l̶̡̛g̵̨o̴ " * 20), ""][$n],
    description: [" ", ("x" * 3000), ("نص طويل جداً يتكرر مرات كثيرة. " * 60), "\n\n\n"][$n] })]'
  push '[range(4) | . as $n | op("social_links"; id(2; $n); { position: "a\($n)", created_at: start, updated_at: start,
    platform: ["متجر", ("Plattform" * 30), "", "Shop"][$n], url: "https://\("very-long-host-name." * 8)example/\("p" * 500)" })]'
  push '[range(4) | . as $n | op("posts"; id(3; $n); { created_at: day($n), updated_at: day($n),
    content: ["مرحبا بكم في ورشتنا.\n\nhello in the middle\n\nوداعاً", ("w" * 5000), ("Long words and short ones. " * 200), "\n\n<b>bold?</b>\n"][$n] })]'
  push '[op("post_media"; id(5; 1); { post_id: id(3; 0), image: ("cd" * 32), content_type: "image/png", alt: ("وصف " * 200), position: "a", created_at: start })]'
  push '[range(4) | . as $n | op("videos"; id(4; $n); { created_at: day($n), updated_at: day($n), url: "https://youtu.be/\($n)", duration: 99999999, type: "SHORT",
    title: ["كيف نصنع كوباً في دقيقة", ("Überlang" * 60), ("a b c d e f g h i j k " * 30), ""][$n], description: ("وصف " * 400),
    platform: ["YOUTUBE", "TIKTOK", "PEERTUBE-WITH-A-LONG-NAME-THAT-GOES-ON", ""][$n] })]'
  local said
  for said in "First!" "تعليق بالعربية من زائر" "$(printf 'x%.0s' {1..900})"; do
    jq -n --arg content "$said" '{ $content }' | asked "/v1/makers/$workspace/videos/01994000-0000-7000-8000-000000000000/comments" \
      -H "authorization: Bearer $token" -d @- -o /dev/null
  done
}
