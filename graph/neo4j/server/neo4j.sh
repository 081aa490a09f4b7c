#!/usr/bin/env bash
# A real Neo4j Community server without Docker and without an installer: Java 17 or 21 runs it, Maven fetches it.
#
#   neo4j.sh check                 says what is missing here; exit 1 if anything is
#   neo4j.sh fetch                 get the jars (once, 140 MB); `up` does it where they lack
#   neo4j.sh up [OPTIONS]          start it, wait until it answers, print its URI
#   neo4j.sh down [OPTIONS]        stop it and wait
#   neo4j.sh status [OPTIONS]      print its URI; exit 1 where it does not run
#   neo4j.sh shell [OPTIONS] ...   cypher-shell on the running server, as user neo4j
#   neo4j.sh admin [OPTIONS] ...   neo4j-admin on the stopped server: database import, dump ...
#   neo4j.sh import [OPTIONS] DIR  load a folder of "stancegraph export --format neo4j-admin" into the stopped server
#
#   --home DIR      data, logs and settings; default ${XDG_DATA_HOME:-~/.local/share}/stancegraph/neo4j
#   --free-ports    take free ports instead of 7687 (Bolt) and 7474 (Browser)
#   --overwrite     import: put it in the place of all that the database holds
#
# It listens on 127.0.0.1 only. Read from the environment:
#   NEO4J_PASSWORD                     the first start sets it, 8 characters or more; shell needs it too
#   NEO4J_BOLT_PORT, NEO4J_HTTP_PORT   other ports
#   NEO4J_HEAP, NEO4J_PAGECACHE        memory; 512m and 256m
#   NEO4J_GUIDE                        where its Browser finds guide and style after the login; default
#                                      http://localhost:7475, where `stancegraph browse` serves them
#   NEO4J_OWNER                        up: a process id; the server stops when that process has ended, however it ended
#   NEO4J_LIB                          the jars; default ${XDG_CACHE_HOME:-~/.cache}/stancegraph/neo4j-lib
# Own settings go into DIR/conf/neo4j.conf. The URI goes to stdout, all else to stderr.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$(sed -n 's:.*<neo4j.version>\(.*\)</neo4j.version>.*:\1:p' "$here/pom.xml")
lib=${NEO4J_LIB:-${XDG_CACHE_HOME:-$HOME/.cache}/stancegraph/neo4j-lib}
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
jvm=(-XX:+UseG1GC -Dfile.encoding=UTF-8 -Dlog4j2.disable.jmx=true
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED)

say() { echo "neo4j.sh: $*" >&2; }
fail() { # MESSAGE [HINT]
  say "error: $1"
  [ $# -lt 2 ] || say "hint: $2"
  exit 1
}
wrong_use() { say "error: $*"; sed -n '3,/^#$/s/^# \{0,2\}//p' "$here/neo4j.sh" >&2; exit 2; }

# --- what is needed

missing_java() { # prints what is wrong with Java, nothing when it will do
  local major
  command -v "$java" >/dev/null || { echo "no java: Neo4j needs Java 17 or 21"; return; }
  major=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)
  case $major in 17|21) ;; *) echo "java is version ${major:-unknown}: Neo4j needs Java 17 or 21" ;; esac
}
fetched() { [ -e "$lib/neo4j-$version.jar" ] && [ -e "$lib/cypher-shell-$version.jar" ]; }
missing() {
  missing_java
  fetched || command -v mvn >/dev/null || echo "no mvn: Maven fetches Neo4j $version"
}
need_java() {
  local why
  why=$(missing_java)
  [ -z "$why" ] || fail "$why" "apt-get install openjdk-17-jre-headless, or set JAVA_HOME; with Docker: docker compose up"
}

# fetch puts the jars aside first and moves them in one step, so that a broken download leaves nothing behind.
fetch() {
  if fetched; then return; fi
  command -v mvn >/dev/null ||
    fail "no mvn: Maven fetches Neo4j $version" "apt-get install maven, or set NEO4J_LIB to a folder with the jars"
  [ -z "$(ls -A "$lib" 2>/dev/null)" ] ||
    fail "$lib holds something else than Neo4j $version" "remove it, or set NEO4J_LIB to another folder"
  say "fetching Neo4j $version into $lib (once)"
  mkdir -p "$(dirname "$lib")"
  part=$(mktemp -d "$lib.part.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  mvn -q -B -ntp -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$part" -DincludeScope=runtime </dev/null >&2 \
    || fail "Maven could not fetch Neo4j $version" "is Maven Central, or the mirror of ~/.m2/settings.xml, reachable?"
  rmdir "$lib" 2>/dev/null || true
  if [ ! -e "$lib" ]; then mv "$part" "$lib"; fi
  fetched || fail "$lib lacks Neo4j $version after the download"
}

# --- the server of one home

running() {
  local pid
  pid=$(cat "$dir/run/neo4j.pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  # a process number may have gone to somebody else since
  [ ! -r "/proc/$pid/cmdline" ] || tr '\0' '\n' <"/proc/$pid/cmdline" | grep -qxF -e "--home-dir=$dir"
}

# alive: a process that ended and whose parent has not asked for its status yet is none.
alive() { # PID
  local state
  kill -0 "$1" 2>/dev/null || return 1
  [ -r "/proc/$1/stat" ] || return 0
  state=$(sed -n 's/.*) \(.\).*/\1/p' "/proc/$1/stat" 2>/dev/null) || return 1
  [ "$state" != Z ] && [ "$state" != X ]
}

# watch stops a server whose owner has ended: after a kill -9 or a panic the owner cannot do it itself.
watch() { # OWNER SERVER
  trap '' HUP INT TERM
  while alive "$1" && alive "$2"; do sleep 0.5; done
  alive "$2" || return 0
  kill "$2" || true
  for _ in $(seq 1 120); do
    alive "$2" || break
    sleep 0.5
  done
  kill -9 "$2" 2>/dev/null || true
  rm -f "$dir/run/neo4j.pid" "$dir/run/uri"
}

set_up() {
  mkdir -p "$dir"/{conf,data,logs,plugins,import,run}
  [ -e "$dir/conf/neo4j.conf" ] || cat >"$dir/conf/neo4j.conf" <<C
# An unknown setting stops the start. Addresses and memory are set by neo4j.sh.
dbms.usage_report.enabled=false
C
}

admin() {
  NEO4J_HOME=$dir NEO4J_CONF=$dir/conf "$java" "${jvm[@]}" -cp "$lib/*:$dir/plugins/*" org.neo4j.server.startup.Neo4jAdminCommand "$@"
}

# set_password goes through an argument file, so that no list of processes shows it.
set_password() {
  local file out
  [ ${#NEO4J_PASSWORD} -ge 8 ] || fail "NEO4J_PASSWORD has ${#NEO4J_PASSWORD} characters, Neo4j wants 8 or more"
  file=$(mktemp "$dir/run/first.XXXXXX")
  {
    printf '%s\n' "${jvm[@]}"
    printf '%s\n' -cp "\"$lib/*\"" org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password --
    printf '"%s"\n' "$(printf %s "$NEO4J_PASSWORD" | sed 's/[\\"]/\\&/g')"
  } >"$file"
  out=$(NEO4J_HOME=$dir NEO4J_CONF=$dir/conf "$java" "@$file" 2>&1) || { rm -f "$file"; fail "setting the password failed: $out"; }
  rm -f "$file"
}

# free_port prints a port that nobody listens on, below those that the system hands out by itself.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# start runs the server on two ports and waits; 1: it ended, 2: it takes too long.
start() { # BOLT HTTP
  local pid log=$dir/logs/neo4j.log seen=0 guide=${NEO4J_GUIDE:-http://localhost:7475}
  [ ! -e "$log" ] || seen=$(wc -l <"$log")
  set -m # a process group of its own each: a signal to the caller's group does not end them
  nohup "$java" "-Xmx${NEO4J_HEAP:-512m}" "${jvm[@]}" -cp "$lib/*:$dir/plugins/*" org.neo4j.server.CommunityEntryPoint \
    "--home-dir=$dir" "--config-dir=$dir/conf" \
    -c "server.default_listen_address=127.0.0.1" \
    -c "server.bolt.listen_address=127.0.0.1:$1" -c "server.http.listen_address=127.0.0.1:$2" \
    -c "server.bolt.advertised_address=127.0.0.1:$1" -c "server.http.advertised_address=127.0.0.1:$2" \
    -c "server.memory.pagecache.size=${NEO4J_PAGECACHE:-256m}" \
    -c "browser.remote_content_hostname_whitelist=localhost,127.0.0.1" \
    -c "browser.post_connect_cmd=guide $guide/guide.html; style $guide/style.grass" \
    >"$dir/logs/console.log" 2>&1 </dev/null &
  pid=$!
  disown
  if [ -n "${NEO4J_OWNER:-}" ]; then
    watch "$NEO4J_OWNER" "$pid" >/dev/null 2>&1 </dev/null &
    disown
  fi
  set +m
  echo "$pid" >"$dir/run/neo4j.pid"
  for _ in $(seq 1 2400); do # a busy machine takes minutes; a server that fails ends, which is seen at once
    kill -0 "$pid" 2>/dev/null || { rm -f "$dir/run/neo4j.pid"; return 1; }
    # its own word, not an open port: that may be somebody else's
    if [ -e "$log" ] && tail -n "+$((seen + 1))" "$log" | grep -q ' INFO  Started\.$'; then return 0; fi
    sleep 0.25
  done
  stop "$pid"
  return 2
}

up() {
  local bolt=${NEO4J_BOLT_PORT:-7687} http=${NEO4J_HTTP_PORT:-7474} tries=1 end
  if running; then say "already running"; status; return; fi
  need_java
  fetch
  set_up
  if [ ! -e "$dir/data/dbms/auth.ini" ] && [ ! -e "$dir/data/databases/system" ]; then
    [ -n "${NEO4J_PASSWORD:-}" ] || fail "no password for the first start" "export NEO4J_PASSWORD, 8 characters or more"
    set_password
  fi
  [ "$free_ports" = no ] || tries=4
  while :; do
    [ "$free_ports" = no ] || { bolt=$(free_port); http=$(free_port); }
    end=0
    start "$bolt" "$http" || end=$?
    [ $end -ne 0 ] || break
    [ $end -eq 1 ] || fail "Neo4j was not ready within 10 minutes, see $dir/logs"
    tries=$((tries - 1))
    if [ $tries -eq 0 ] || ! grep -qi 'address already in use\|BindException\|Bolt.*in use' "$dir/logs/neo4j.log"; then
      grep -h 'ERROR\|Caused by' "$dir/logs/neo4j.log" "$dir/logs/console.log" | tail -n 6 >&2 || true
      fail "Neo4j did not start, see $dir/logs" "where port $bolt or $http is taken: --free-ports"
    fi
  done
  echo "bolt://127.0.0.1:$bolt" >"$dir/run/uri"
  say "a guide for its Browser: stancegraph browse"
  say "Neo4j $version runs (process $(cat "$dir/run/neo4j.pid")); Browser: http://127.0.0.1:$http"
  cat "$dir/run/uri"
}

stop() {
  kill "$1"
  for _ in $(seq 1 1200); do
    kill -0 "$1" 2>/dev/null || { rm -f "$dir/run/neo4j.pid" "$dir/run/uri"; return; }
    sleep 0.25
  done
  fail "Neo4j (process $1) is still stopping after 5 minutes"
}

# import_folder makes the database out of a folder of csv files. An old one is put aside until the new one is whole.
import_folder() { # DIR
  local folder kind old=$dir/data/replaced
  folder=$(cd "$1" 2>/dev/null && pwd) || fail "$1 is no folder"
  [ -e "$folder/import.args" ] || fail "$1 holds no import.args" "stancegraph export --format neo4j-admin $1"
  if running; then
    fail "the server runs, and its database can only be imported while it does not" \
      "neo4j.sh down, or stancegraph neo4j down"
  fi
  [ ! -e "$dir/data/databases/neo4j" ] || [ "$overwrite" = yes ] ||
    fail "the server has a database already" "--overwrite puts this one in its place"
  need_java
  fetch
  set_up
  [ ! -e "$old" ] || put_back "$old" # of an import that was killed
  for kind in databases transactions; do
    [ ! -e "$dir/data/$kind/neo4j" ] || { mkdir -p "$old"; mv "$dir/data/$kind/neo4j" "$old/$kind"; }
  done
  if ! (cd "$folder" && admin database import full neo4j --report-file="$dir/logs/import.report" @import.args) \
    >"$dir/logs/import.log" 2>&1; then
    put_back "$old"
    tail -n 8 "$dir/logs/import.log" >&2
    fail "the import failed and changed nothing, see $dir/logs/import.log"
  fi
  rm -rf "$old"
  say "imported $1; neo4j.sh up, or stancegraph neo4j up, starts the server"
}

put_back() { # DIR
  local kind
  for kind in databases transactions; do
    rm -rf "$dir/data/$kind/neo4j"
    [ ! -e "$1/$kind" ] || mv "$1/$kind" "$dir/data/$kind/neo4j"
  done
  rm -rf "$1"
}

status() {
  running || { say "not running"; exit 1; }
  cat "$dir/run/uri"
}

# --- the command line

command=${1:-}
[ -n "$command" ] || wrong_use "no command"
shift
dir=${XDG_DATA_HOME:-$HOME/.local/share}/stancegraph/neo4j
free_ports=no overwrite=no
while [ $# -gt 0 ]; do
  case $1 in
    --home) dir=${2:?--home needs a folder}; shift 2 ;;
    --free-ports) free_ports=yes; shift ;;
    --overwrite) overwrite=yes; shift ;;
    *) break ;;
  esac
done
case $command in
  up|down|status|check|fetch) [ $# -eq 0 ] || wrong_use "$command does not take $1" ;;
  import) [ $# -eq 1 ] || wrong_use "import takes one folder" ;;
  shell|admin) ;;
  *) wrong_use "unknown command $command" ;;
esac
case $command in up|down|status|shell|admin|import)
  (umask 077; mkdir -p "$dir")
  dir=$(cd "$dir" && pwd)
  # database, logs and what is imported are for the owner only, also where an older neo4j.sh made the folder
  chmod 700 "$dir" || fail "the rights of $dir cannot be set" "name a folder of your own with --home" ;;
esac

case $command in
  check) lacks=$(missing); [ -z "$lacks" ] || fail "$lacks"; say "all that Neo4j $version needs is here" ;;
  fetch) fetch ;;
  up) up ;;
  down) if running; then stop "$(cat "$dir/run/neo4j.pid")"; else say "not running"; fi ;;
  status) status ;;
  shell)
    [ -n "${NEO4J_PASSWORD:-}" ] || fail "no password" "export NEO4J_PASSWORD"
    need_java
    uri=$(status)
    NEO4J_USERNAME=${NEO4J_USERNAME:-neo4j} NEO4J_PASSWORD=$NEO4J_PASSWORD "$java" -cp "$lib/*" org.neo4j.shell.Main -a "$uri" "$@" ;;
  admin) need_java; fetch; set_up; admin "$@" ;;
  import) import_folder "$1" ;;
esac
