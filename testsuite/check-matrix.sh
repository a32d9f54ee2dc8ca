#! /bin/sh
# check-matrix.sh - make check-matrix: the test suite on other Debians.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-matrix.sh SRCDIR
#
# For each SUITE:GCC,GCC... of $MATRIX make a system of that Debian in
# SUITE/ of the current directory, or bring the one that is there up to
# date; copy SRCDIR into it, and run quickstart check there.  The packages
# come from $DEBIAN_MIRROR, or else from where those of this system do.
# $RUNTESTFLAGS are for runtest: "run.exp runtime.exp" are only these.

set -u
srcdir=$1
: "${MATRIX:=trixie:gcc-13,gcc-14 sid:gcc-15,gcc-16}" "${DEBIAN_MIRROR:=}"
die () { echo "check-matrix: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || die "chroot needs root: sudo make check-matrix"
for tool in debootstrap unshare tar; do
  command -v $tool >/dev/null \
    || die "there is no $tool (Debian: apt-get install debootstrap)"
done
# There may be other archives than Debian's among them.
if [ -z "$DEBIAN_MIRROR" ]; then
  # shellcheck disable=SC2016
  DEBIAN_MIRROR=$(apt-get indextargets --format '$(REPO_URI)' \
    'Origin: Debian' 'Label: Debian' 2>/dev/null | head -n 1)
fi
[ -n "$DEBIAN_MIRROR" ] || die "set DEBIAN_MIRROR to the URI of a mirror"

# make_system SUITE - Make SUITE/, unless it is there.
make_system ()
{
  if [ ! -d "$1" ]; then
    rm -rf "$1.new"
    debootstrap --variant=minbase "$1" "$1.new" "$DEBIAN_MIRROR" \
      >"$1.log" 2>&1 || { tail -n 5 "$1.log" >&2; return 1; }
    mv "$1.new" "$1" || return 1
  fi
  echo "deb $DEBIAN_MIRROR $1 main" >"$1/etc/apt/sources.list"
  # A mirror may be a copy of the archive as it was; its signature counts.
  echo 'Acquire::Check-Valid-Until "false";' \
    >"$1/etc/apt/apt.conf.d/90check-matrix"
  cp /etc/resolv.conf "$1/etc/resolv.conf"
  # What is built stays, for the next time; tests that are no more do not.
  rm -rf "$1"/src/testsuite/objmode.*
  mkdir -p "$1/src" && tar -C "$srcdir" --exclude=./.git --exclude=./build \
    --exclude=./testsuite/matrix -cf - . | tar -C "$1/src" -xf -
}

# What tests use that may be missing elsewhere.
more="ccache csmith distcc libcsmith-dev mypy python3-scipy valgrind"

# check_system SUITE GCCS - Run the test suite in SUITE/.  The mounts are in a
# name space that ends with the command.
check_system ()
{
  # shellcheck disable=SC2016
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive ${http_proxy:+"http_proxy=$http_proxy"} \
    QUICKSTART_GCC="$2" RUNTESTFLAGS="${RUNTESTFLAGS-}" \
    MORE="$more $(echo "$2" | sed s/gcc/gfortran/g)" \
    unshare --mount sh -c '
      mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" \
      && exec chroot "$0" sh -c "apt-get -q update \
	&& apt-get -y -q dist-upgrade \
	&& apt-get -y -q install --no-install-recommends $MORE \
	&& cd /src && ./quickstart check"' "$1" \
    </dev/null >"$1.log" 2>&1
}

failed=
for entry in $MATRIX; do
  suite=${entry%%:*}
  gccs=$(echo "${entry#*:}" | tr , ' ')
  status=failed
  rm -f "$suite"/src/build/testsuite/gcc-*/objmode.sum
  make_system "$suite" && check_system "$suite" "$gccs" && status=passed
  for gcc in $gccs; do
    sum=$suite/src/build/testsuite/$gcc/objmode.sum
    echo "=== $suite, $gcc:" "$(chroot "$suite" python3 -V 2>/dev/null)"
    if [ -s "$sum" ]; then
      grep -E '^(FAIL|XPASS|ERROR|UNRESOLVED): |^# of ' "$sum"
    else
      echo "no result"
      status=failed
    fi
  done
  if [ $status = failed ]; then
    failed="$failed $suite"
    echo "check-matrix: $suite: see $PWD/$suite.log" >&2
  fi
done
[ -z "$failed" ] || die "failed:$failed"
