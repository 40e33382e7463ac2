# The same over HTTPS, with a certificate authority made for it. Target: 1.1 times curl's processor time.
# shellcheck shell=bash
say "https: 1 GiB over TLS, $rounds times in turns with curl"
new_desk https

# An authority and a certificate for 127.0.0.1 that live as long as this run.
make_certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=Benchmark authority" \
    -addext basicConstraints=critical,CA:TRUE -keyout "$desk/ca.key" -out "$desk/ca.pem"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=127.0.0.1" \
    -keyout "$desk/sink.key" -out "$desk/sink.csr"
  openssl x509 -req -in "$desk/sink.csr" -CA "$desk/ca.pem" -CAkey "$desk/ca.key" -CAcreateserial -days 2 \
    -extfile <(printf 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth') -out "$desk/sink.pem"
}

make_certificates 2>"$desk/openssl.log" || die "openssl made no certificates: $(cat "$desk/openssl.log")"
# The system's own trust stays as it is: this names another file for this process and its children.
export SSL_CERT_FILE=$desk/ca.pem
trust=(--cacert "$desk/ca.pem")
start_sink --tls-cert "$desk/sink.pem" --tls-key "$desk/sink.key"
connect youtube
bytes=$(scaled "$gib")
video "$desk/large.mp4" "$bytes"
against_curl "$desk/large.mp4"
report https "$curl_filter" --argjson bytes "$bytes"
