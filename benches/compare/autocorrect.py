#!/usr/bin/env python3
"""Checks the same articles with qianfa, all rules on, and with autocorrect alone, in turn and in the same run.

    mkdir /tmp/autocorrect && cd /tmp/autocorrect && npm install autocorrect-node   # once; nothing else needs the network
    cargo build --release && cargo bench --no-run
    benches/compare/autocorrect.py --autocorrect /tmp/autocorrect/node_modules/.bin/autocorrect [--count 2000] [--runs 3]

The articles come from `cargo bench --bench generate`, without their pictures: what is compared is work on text. Both
programs read every article and report; neither changes a file. What is printed is the best of the runs: CPU seconds of the
whole process on all threads, wall time, and memory at the peak.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from run import ROOT, bench, measure, without_pictures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--autocorrect", type=Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    qianfa = ROOT / "target/release/qianfa"
    autocorrect = arguments.autocorrect.absolute()
    if not qianfa.exists():
        sys.exit("qianfa is not built: cargo build --release")

    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        site.mkdir()
        measure([bench("generate"), site, str(arguments.count)], scratch)
        without_pictures(site)
        articles = list(site.rglob("index.md"))
        size = sum(path.stat().st_size for path in articles)
        print(f"{len(articles)} articles, {size / 1e6:.1f} MB")
        commands = {
            "qianfa check": [qianfa, "--site", site, "check", "--level", "error", "-q"],
            "autocorrect --lint": [autocorrect, "--lint", "--format", "json", site / "content"],
        }
        best = {}
        for _ in range(arguments.runs):
            for name, command in commands.items():
                result = measure(command, scratch, allowed={0, 1, 3})
                best[name] = min(best.get(name, result), result, key=lambda each: each[1])
        print(f"{'':20} {'CPU':>9} {'wall':>9} {'peak':>10}")
        for name, (wall, cpu, peak) in best.items():
            print(f"{name:20} {cpu:8.3f}s {wall:8.3f}s {peak:6.0f} MiB")
        ratio = best["autocorrect --lint"][1] / best["qianfa check"][1]
        print(f"autocorrect takes {ratio:.1f} times the CPU time of qianfa")


if __name__ == "__main__":
    main()
