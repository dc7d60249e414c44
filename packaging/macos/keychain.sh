#!/bin/sh
# Put the certificate to sign with, MACOS_CERTIFICATE (a .p12 in base64), into a keychain of its own.
set -eu
keychain=$RUNNER_TEMP/gossamer.keychain-db
lock=$(openssl rand -hex 16)
printf '%s' "$MACOS_CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$lock" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$lock" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$MACOS_CERTIFICATE_PASSWORD" -f pkcs12 \
    -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$lock" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm -f "$RUNNER_TEMP/certificate.p12"
