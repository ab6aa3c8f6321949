#!/usr/bin/env python3
"""Checks a generated site with all rules, as whole processes, and prints a table of CPU and memory.

    cargo build --release && cargo bench --no-run --bench generate
    benches/compare/check.py [--count 2000] [--runs 3] [--autocorrect PATH]

The articles are those of `run.py`. Word lists of 10,000, 20,000 and 100,000 words are put into `policy/rules/` in turn. With
the path of `autocorrect` (a linter for the typography of Chinese text) the same files are linted by it in the same run.
What is printed is the best of the runs; CPU is user and system time of all threads. Runs are `--fresh`, as if nothing had been
checked before, but for those that say otherwise.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from run import ROOT, bench, measure, without_pictures  # noqa: E402


def words(count):
    """A word list with that many words, the same on every machine."""
    numbers = random.Random(20260101)
    lines = []
    for index in range(count):
        word = "".join(chr(0x4E00 + numbers.randrange(6000)) for _ in range(3))
        lines.append(f"{word}号{index}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--autocorrect")
    arguments = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="qianfa-check-"))
    site, single = scratch / "site", scratch / "single"
    try:
        for folder, count in ((site, arguments.count), (single, 1)):
            os.makedirs(folder)
            measure([bench("generate"), folder, count], scratch)
            without_pictures(folder)
        size = sum(path.stat().st_size for path in (site / "content").rglob("*.md"))
        print(f"{arguments.count} articles, {size / 1e6:.1f} MB\n")
        print(f"{'run':<34} {'wall s':>8} {'CPU s':>8} {'MiB':>8}")
        command = [ROOT / "target/release/qianfa", "check", "--level", "error"]

        def note(name, command, folder, allowed=(0,), before=lambda: None):
            def run():
                before()
                return measure(command, folder, allowed)

            best = min(run() for _ in range(arguments.runs))
            print(f"{name:<34} {best[0]:>8.3f} {best[1]:>8.3f} {best[2]:>8.0f}", flush=True)

        fresh = [*command, "--fresh"]
        note("one article", fresh, single)
        note("one article, nothing changed", command, single)
        note("all articles, all rules", fresh, site)
        note("all articles, nothing changed", command, site)
        edited = next((site / "content").rglob("*.md"))
        note("all articles, one edit", command, site, before=lambda: edited.write_text(edited.read_text() + "\n改。\n"))
        for count in (10_000, 20_000, 100_000):
            os.makedirs(site / "policy/rules", exist_ok=True)
            (site / "policy/rules/own.yaml").write_text("terms:\n  - {rule: own.term, title: 本站的词, words: words.txt}\n")
            (site / "policy/rules/words.txt").write_text(words(count))
            note(f"with {count:,} words of its own", fresh, site)
        shutil.rmtree(site / "policy")
        if arguments.autocorrect:
            # It ends with 1 when it finds something.
            note("autocorrect --lint", [Path(arguments.autocorrect), "--lint", "content"], site, (0, 1))
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
